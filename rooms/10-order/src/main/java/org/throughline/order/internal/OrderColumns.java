package org.throughline.order.internal;

import java.util.List;
import org.throughline.records.Field;
import org.throughline.records.RecordType;

/** The columns of a file of orders, under the names people give them. */
final class OrderColumns {

    static final String REFERENCE = "customer_reference";
    static final String CUSTOMER = "customer";
    static final String ORDER_CLASS = "order_class";
    static final String ITEM = "item";
    static final String QUANTITY = "quantity";
    static final String UNIT = "unit";
    static final String DATE = "requested_date";
    static final String PRICE = "unit_price";
    static final String GROSS_PRICE = "unit_price_gross";
    static final String DESCRIPTION = "description";
    static final String SPECIFICATION = "specification";
    static final String REMARK = "remark";

    /** Without these no row can become a line. */
    static final List<String> NEEDED = List.of(CUSTOMER, ITEM, QUANTITY, DATE);

    private OrderColumns() {}

    /** The columns as a record type, so that headers are recognised as in every other import. */
    static RecordType type() {
        return RecordType.of("order-import", "sales.order_import")
                .labels("订单导入", "Order import")
                .room("order")
                .title(REFERENCE)
                .field(Field.text(REFERENCE)
                        .labels("订单号", "Order number")
                        .synonyms("客户订单号", "客户单号", "合同号", "PO", "PO号", "采购订单号", "order", "purchase order", "reference"))
                .field(Field.text(CUSTOMER)
                        .labels("客户", "Customer")
                        .synonyms("客户编码", "客户名称", "客户代码", "购货单位", "customer code", "customer name"))
                .field(Field.text(ITEM)
                        .labels("物料", "Item")
                        .synonyms(
                                "物料编码",
                                "物料代码",
                                "产品",
                                "产品编码",
                                "产品编号",
                                "料号",
                                "客户料号",
                                "存货编码",
                                "图号",
                                "item code",
                                "product",
                                "part number"))
                .field(Field.text(QUANTITY).labels("数量", "Quantity").synonyms("订单数量", "订购数量", "qty"))
                .field(Field.text(UNIT).labels("单位", "Unit").synonyms("计量单位", "uom"))
                .field(Field.text(DATE)
                        .labels("交期", "Requested date")
                        .synonyms("要求交期", "交货日期", "交货期", "需求日期", "要求日期", "due", "due date", "delivery date"))
                .field(Field.text(PRICE)
                        .labels("单价", "Unit price")
                        .synonyms("不含税单价", "未税单价", "无税单价", "price", "net price"))
                .field(Field.text(GROSS_PRICE).labels("含税单价", "Price with tax").synonyms("税价", "gross price"))
                .field(Field.text(ORDER_CLASS).labels("订单类别", "Class").synonyms("类别", "订单类型", "急单", "order class"))
                .field(Field.text(DESCRIPTION).labels("名称", "Description").synonyms("物料名称", "产品名称", "品名"))
                .field(Field.text(SPECIFICATION).labels("特殊要求", "Specification").synonyms("规格", "规格型号", "要求", "技术要求"))
                .field(Field.text(REMARK).labels("备注", "Remark").synonyms("说明", "note"))
                .build();
    }
}
