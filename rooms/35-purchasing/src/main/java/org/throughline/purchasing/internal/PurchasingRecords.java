package org.throughline.purchasing.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** Purchasing's records. */
@Configuration(proxyBeanMethods = false)
class PurchasingRecords {

    private static final String ROOM = "purchasing";

    @Bean
    RecordType vendorItemType() {
        return RecordType.of("vendor-item", "purchasing.vendor_item")
                .labels("供应商物料", "Supplier item")
                .room(ROOM)
                .title("supplier_number")
                .field(Field.reference("supplier_id", "partner")
                        .labels("供应商", "Supplier")
                        .required()
                        .list()
                        .search())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list()
                        .search())
                .field(Field.text("supplier_number")
                        .labels("供应商料号", "Supplier's number")
                        .list()
                        .search())
                .field(Field.integer("lead_time_days")
                        .labels("交货期（天）", "Lead time (days)")
                        .help("自然日；为空时取物料的提前期", "Calendar days; empty: the item's own")
                        .list())
                .field(Field.price("price")
                        .labels("单价（未税）", "Price (net)")
                        .unitFrom("currency")
                        .list())
                .field(Field.text("currency").labels("币种", "Currency"))
                .field(Field.text("unit").labels("采购单位", "Unit").required().list())
                .field(Field.quantity("minimum")
                        .labels("最小订量", "Minimum")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("multiple").labels("订货倍数", "Multiple").unitFrom("unit"))
                .field(Field.quantity("maximum").labels("最大订量", "Maximum").unitFrom("unit"))
                .field(Field.integer("priority").labels("优先级", "Priority").list())
                .field(Field.price("last_price").labels("最近价格", "Last price").readOnly())
                .field(Field.date("last_receipt").labels("最近收货", "Last receipt").readOnly())
                .field(Field.flag("active").labels("启用", "Active").list())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .naturalKey("supplier_id", "item_id")
                .defaultSort("item_id", "priority")
                .build();
    }

    @Bean
    RecordType priceBreakType() {
        return RecordType.of("price-break", "purchasing.price_break")
                .labels("阶梯价", "Price by quantity")
                .room(ROOM)
                .title("from_quantity")
                .field(Field.reference("vendor_item_id", "vendor-item")
                        .labels("供应商物料", "Supplier's terms")
                        .required()
                        .list())
                .field(Field.quantity("from_quantity")
                        .labels("起订量", "From quantity")
                        .help("采购单位", "In the unit of the supplier's terms")
                        .required()
                        .list())
                .field(Field.price("price")
                        .labels("单价（未税）", "Price (net)")
                        .required()
                        .list())
                .naturalKey("vendor_item_id", "from_quantity")
                .defaultSort("vendor_item_id", "from_quantity")
                .build();
    }

    @Bean
    RecordType purchaseOrderType() {
        return RecordType.of("purchase-order", "purchasing.purchase_order")
                .labels("采购订单", "Purchase order")
                .room(ROOM)
                .title("number")
                .field(Field.text("number").labels("单号", "Number").list().search())
                .field(Field.reference("supplier_id", "partner")
                        .labels("供应商", "Supplier")
                        .list()
                        .search())
                .field(Field.choice(
                                "status", "DRAFT", "ORDERED", "CONFIRMED", "PARTIAL", "RECEIVED", "CANCELLED", "CLOSED")
                        .labels("状态", "Status")
                        .choiceLabels(
                                "草稿",
                                "Draft",
                                "已下单",
                                "Ordered",
                                "已确认",
                                "Confirmed",
                                "部分收货",
                                "Partial",
                                "已收货",
                                "Received",
                                "已取消",
                                "Cancelled",
                                "已关闭",
                                "Closed")
                        .tones("grey", "blue", "green", "amber", "green", "grey", "grey")
                        .list())
                .field(Field.user("buyer_id").labels("采购员", "Buyer").list())
                .field(Field.money("total")
                        .labels("金额（未税）", "Total (net)")
                        .unitFrom("currency")
                        .list())
                .field(Field.text("currency").labels("币种", "Currency"))
                .field(Field.instant("created_at").labels("创建时间", "Created").list())
                .field(Field.instant("ordered_at").labels("下单时间", "Ordered"))
                .field(Field.longText("remark").labels("备注", "Remark").editable())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .naturalKey("number")
                .defaultSort("-created_at")
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("order")
                        .labels("下单", "Order")
                        .post("/api/purchase-orders/{id}/order")
                        .when("status", "DRAFT"))
                .verb(RecordVerb.of("cancel")
                        .labels("取消", "Cancel")
                        .post("/api/purchase-orders/{id}/cancel")
                        .when("status", "DRAFT", "ORDERED", "CONFIRMED"))
                .verb(RecordVerb.of("close")
                        .labels("关闭", "Close")
                        .post("/api/purchase-orders/{id}/close")
                        .when("status", "PARTIAL"))
                .build();
    }

    @Bean
    RecordType purchaseOrderLineType() {
        return RecordType.of("purchase-order-line", "purchasing.purchase_order_line")
                .labels("采购订单行", "Purchase order line")
                .room(ROOM)
                .title("number")
                .parent("order_id")
                .field(Field.text("number").labels("行号", "Number").list().search())
                .field(Field.reference("order_id", "purchase-order").labels("采购订单", "Purchase order"))
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .list()
                        .search())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.quantity("base_quantity")
                        .labels("基本数量", "Base quantity")
                        .unitFrom("base_unit"))
                .field(Field.text("base_unit").labels("基本单位", "Base unit"))
                .field(Field.quantity("received")
                        .labels("已收", "Received")
                        .unitFrom("base_unit")
                        .list())
                .field(Field.quantity("rejected").labels("拒收", "Rejected").unitFrom("base_unit"))
                .field(Field.price("price").labels("单价（未税）", "Price (net)").list())
                .field(Field.money("amount").labels("金额", "Amount"))
                .field(Field.date("due").labels("要求日", "Due").list())
                .field(Field.date("confirmed_date").labels("供方交期", "Confirmed").list())
                .field(Field.choice("status", "OPEN", "PARTIAL", "RECEIVED", "CANCELLED", "CLOSED")
                        .labels("状态", "Status")
                        .choiceLabels(
                                "未收", "Open", "部分收货", "Partial", "已收货", "Received", "已取消", "Cancelled", "已关闭", "Closed")
                        .tones("blue", "amber", "green", "grey", "grey")
                        .list())
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.instant("reminded_at").labels("最近催货", "Last asked about"))
                .field(Field.text("reminded_by").labels("催货人", "Asked by"))
                .defaultSort("due", "number")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }

    @Bean
    RecordType goodsReceiptType() {
        return RecordType.of("goods-receipt", "purchasing.goods_receipt")
                .labels("收货单", "Goods receipt")
                .room(ROOM)
                .title("number")
                .field(Field.text("number").labels("单号", "Number").list().search())
                .field(Field.reference("po_line_id", "purchase-order-line")
                        .labels("采购订单行", "Order line")
                        .list())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .list()
                        .search())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.text("lot_number").labels("批号", "Lot").list().search())
                .field(Field.text("supplier_lot")
                        .labels("供方批号", "Supplier's lot")
                        .search())
                .field(Field.reference("location_id", "location")
                        .labels("库位", "Location")
                        .list())
                .field(Field.flag("to_inspect").labels("待检", "To inspect").list())
                .field(Field.reference("order_line_id", "sales-order-line").labels("订单行", "Order line"))
                .field(Field.text("received_by").labels("收货人", "Received by").list())
                .field(Field.instant("at").labels("时间", "At").list())
                .defaultSort("-at")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }
}
