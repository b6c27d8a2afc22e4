package org.throughline.shipping.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** Shipping's records: packages, shipments, and how early customers take goods. */
@Configuration(proxyBeanMethods = false)
class ShippingRecords {

    @Bean
    RecordType packageType() {
        return RecordType.of("package", "shipping.package")
                .labels("装箱单", "Package")
                .room("shipping")
                .title("number")
                .field(Field.text("number").labels("箱号", "Number").search().list())
                .field(Field.reference("customer_id", "partner")
                        .labels("客户", "Customer")
                        .search()
                        .list())
                .field(Field.choice("status", "PACKED", "SHIPPED", "CANCELLED")
                        .labels("状态", "Status")
                        .choiceLabels("已装箱", "Packed", "已发出", "Shipped", "已拆箱", "Taken apart")
                        .tones("blue", "green", "grey")
                        .list())
                .field(Field.reference("shipment_id", "shipment")
                        .labels("发货单", "Shipment")
                        .list())
                .field(Field.instant("packed_at").labels("装箱时间", "Packed at").list())
                .field(Field.user("packed_by").labels("装箱人", "Packed by"))
                .field(Field.text("note").labels("备注", "Note").editable())
                .parent("shipment_id")
                .defaultSort("-packed_at")
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("cancel")
                        .labels("拆箱", "Take apart")
                        .post("/api/packages/{id}/cancel")
                        .when("status", "PACKED"))
                .build();
    }

    @Bean
    RecordType packageLineType() {
        return RecordType.of("package-line", "shipping.package_line")
                .labels("装箱明细", "Package line")
                .room("shipping")
                .title("item_id")
                .field(Field.reference("package_id", "package")
                        .labels("箱", "Package")
                        .list())
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.reference("item_id", "item").labels("物料", "Item").list())
                .field(Field.reference("lot_id", "lot").labels("批次", "Lot").list())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .parent("package_id")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }

    @Bean
    RecordType shipmentType() {
        return RecordType.of("shipment", "shipping.shipment")
                .labels("发货单", "Shipment")
                .room("shipping")
                .title("number")
                .field(Field.text("number").labels("发货单号", "Number").search().list())
                .field(Field.reference("customer_id", "partner")
                        .labels("客户", "Customer")
                        .search()
                        .list())
                .field(Field.choice("status", "PACKED", "SHIPPED", "DELIVERED", "CANCELLED")
                        .labels("状态", "Status")
                        .choiceLabels("待发", "Packed", "已发", "Shipped", "已签收", "Delivered", "已取消", "Cancelled")
                        .tones("amber", "blue", "green", "grey")
                        .list())
                .field(Field.text("delivery_address")
                        .labels("收货地址", "Delivery address")
                        .editable())
                .field(Field.text("carrier").labels("承运人", "Carrier").search().list())
                .field(Field.text("tracking")
                        .labels("运单号", "Tracking")
                        .search()
                        .list()
                        .editable())
                .field(Field.instant("shipped_at").labels("发出时间", "Shipped at").list())
                .field(Field.user("shipped_by").labels("发货人", "Shipped by"))
                .field(Field.instant("delivered_at")
                        .labels("签收时间", "Delivered at")
                        .list())
                .field(Field.text("signed_by").labels("签收人", "Signed by"))
                .field(Field.file("proof_file_id").labels("回单", "Proof of delivery"))
                .defaultSort("-shipped_at", "-number")
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("cancel")
                        .labels("拆开", "Take apart")
                        .post("/api/shipments/{id}/cancel")
                        .when("status", "PACKED"))
                .build();
    }

    @Bean
    RecordType deliveryWindowType() {
        return RecordType.of("delivery-window", "shipping.delivery_window")
                .labels("提前收货", "Delivery window")
                .room("shipping")
                .title("days_early")
                .field(Field.reference("customer_id", "partner")
                        .labels("客户", "Customer")
                        .help("空着表示全部客户", "Empty: every customer")
                        .list())
                .field(Field.integer("days_early")
                        .labels("最多提前（天）", "Days early")
                        .help("早于这个天数不发货，除非客户同意", "Nothing leaves earlier, unless the customer agreed")
                        .required()
                        .list())
                .naturalKey("customer_id")
                .build();
    }
}
