package org.throughline.stock.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** How locations, lots, balances, movements and reservations look as records. */
@Configuration(proxyBeanMethods = false)
class StockRecords {

    private static final String ROOM = "stock";

    @Bean
    RecordType locationType() {
        return RecordType.of("location", "stock.location")
                .labels("库位", "Location")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(Field.text("code")
                        .labels("编码", "Code")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.choice("kind", "STORE", "RECEIVING", "INSPECTION", "FLOOR", "SHIPPING", "SCRAP")
                        .labels("类型", "Kind")
                        .choiceLabels(
                                "仓库",
                                "Store",
                                "收货",
                                "Receiving",
                                "待检",
                                "Inspection",
                                "线边",
                                "Floor",
                                "发货",
                                "Shipping",
                                "废品",
                                "Scrap")
                        .tones("blue", "green", "amber", "blue", "green", "red")
                        .required()
                        .list())
                .field(Field.reference("site_id", "site").labels("工厂", "Site").list())
                .field(Field.flag("may_go_negative")
                        .labels("允许负库存", "May go negative")
                        .help("仅用于先发料后入账的库位", "Only where issues are booked before receipts"))
                .field(Field.flag("active").labels("启用", "Active").list())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .build();
    }

    @Bean
    RecordType lotType() {
        return RecordType.of("lot", "stock.lot")
                .labels("批次", "Lot")
                .room(ROOM)
                .title("number", "item_id")
                .naturalKey("item_id", "number")
                .defaultSort("-received_at")
                .writtenBy(WrittenBy.USE_CASES)
                .field(Field.text("number")
                        .labels("批号/序列号", "Lot or serial number")
                        .required()
                        .search()
                        .list())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list())
                .field(Field.text("supplier_lot")
                        .labels("供应商批号", "Supplier's lot")
                        .search()
                        .list()
                        .editable())
                .field(Field.instant("received_at")
                        .labels("入库时间", "Received")
                        .required()
                        .list())
                .field(Field.date("expires_on").labels("有效期至", "Expires").list().editable())
                .field(Field.text("origin_type").labels("来源类型", "Origin"))
                .build();
    }

    @Bean
    RecordType stockBalanceType() {
        return RecordType.of("stock-balance", "stock.stock_balance")
                .labels("库存", "Stock")
                .room(ROOM)
                .title("item_id", "lot_number")
                .defaultSort("item_id", "location_id")
                .writtenBy(WrittenBy.NOBODY)
                .field(Field.reference("item_id", "item").labels("物料", "Item").list())
                .field(Field.reference("location_id", "location")
                        .labels("库位", "Location")
                        .list())
                .field(Field.text("lot_number").labels("批号", "Lot").search().list())
                .field(status())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.instant("received_at").labels("入库时间", "Received").list())
                .field(Field.date("expires_on").labels("有效期至", "Expires"))
                .field(Field.reference("lot_id", "lot").labels("批次", "Lot record"))
                .build();
    }

    @Bean
    RecordType stockMovementType() {
        return RecordType.of("stock-movement", "stock.stock_movement")
                .labels("库存流水", "Stock movement")
                .room(ROOM)
                .title("kind", "item_id")
                .defaultSort("-number")
                .writtenBy(WrittenBy.NOBODY)
                .field(Field.integer("number").labels("序号", "Number"))
                .field(Field.instant("at").labels("时间", "At").list())
                .field(Field.choice(
                                "kind",
                                "RECEIPT",
                                "ISSUE",
                                "RETURN",
                                "TRANSFER",
                                "STATUS",
                                "COMPLETION",
                                "SHIPMENT",
                                "ADJUSTMENT",
                                "OPENING")
                        .labels("类型", "Kind")
                        .choiceLabels(
                                "采购入库",
                                "Receipt",
                                "领料",
                                "Issue",
                                "退料",
                                "Return",
                                "调拨",
                                "Transfer",
                                "状态变更",
                                "Status",
                                "完工入库",
                                "Completion",
                                "发货",
                                "Shipment",
                                "盘点调整",
                                "Adjustment",
                                "期初",
                                "Opening")
                        .tones("green", "amber", "green", "blue", "blue", "green", "amber", "red", "grey")
                        .list())
                .field(Field.reference("item_id", "item").labels("物料", "Item").list())
                .field(Field.text("lot_number").labels("批号", "Lot").search().list())
                .field(Field.reference("location_id", "location")
                        .labels("库位", "Location")
                        .list())
                .field(status())
                .field(Field.quantity("quantity")
                        .labels("数量（入+ 出−）", "Quantity (in +, out −)")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.text("reference_type").labels("单据类型", "Document"))
                .field(Field.text("reason").labels("原因", "Reason").search().list())
                .field(Field.text("user_name").labels("经手人", "By").search().list())
                .build();
    }

    @Bean
    RecordType reservationType() {
        return RecordType.of("reservation", "stock.stock_reservation")
                .labels("库存预留", "Reservation")
                .room(ROOM)
                .title("item_id", "demand_type")
                .defaultSort("-at")
                .writtenBy(WrittenBy.NOBODY)
                .verb(RecordVerb.of("release")
                        .labels("释放", "Release")
                        .post("/api/stock/reservations/{id}/release")
                        .when("status", "OPEN"))
                .field(Field.reference("item_id", "item").labels("物料", "Item").list())
                .field(Field.reference("lot_id", "lot").labels("批次", "Lot").list())
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.text("demand_type").labels("用途", "For").list())
                .field(Field.quantity("quantity")
                        .labels("预留数量", "Reserved")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("consumed")
                        .labels("已使用", "Used")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("open_quantity")
                        .labels("未使用", "Still kept")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.choice("status", "OPEN", "CLOSED")
                        .labels("状态", "Status")
                        .choiceLabels("有效", "Open", "已关闭", "Closed")
                        .tones("green", "grey")
                        .list())
                .field(Field.instant("at").labels("时间", "At").list())
                .build();
    }

    private static Field status() {
        return Field.choice("status", "AVAILABLE", "TO_INSPECT", "BLOCKED")
                .labels("状态", "Status")
                .choiceLabels("可用", "Available", "待检", "To inspect", "冻结", "Blocked")
                .tones("green", "amber", "red")
                .list();
    }
}
