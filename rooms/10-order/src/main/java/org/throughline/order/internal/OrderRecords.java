package org.throughline.order.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** How orders, their lines, reviews and changes look as records. */
@Configuration(proxyBeanMethods = false)
class OrderRecords {

    private static final String ROOM = "order";

    @Bean
    RecordType salesOrderType() {
        return RecordType.of("sales-order", "sales.sales_order")
                .labels("销售订单", "Sales order")
                .room(ROOM)
                .title("number", "customer_reference")
                .naturalKey("number")
                .defaultSort("-received_at", "-number")
                .writtenBy(WrittenBy.USE_CASES)
                .page("/orders/{id}")
                .field(Field.text("number")
                        .labels("订单号", "Order number")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.reference("customer_id", "partner")
                        .labels("客户", "Customer")
                        .required()
                        .list())
                .field(Field.text("customer_reference")
                        .labels("客户订单号", "Customer's number")
                        .search()
                        .list()
                        .editable())
                .field(orderClass().list())
                .field(status())
                .field(Field.flag("on_hold").labels("暂停", "On hold").readOnly().list())
                .field(Field.text("hold_reason")
                        .labels("暂停原因", "Reason for hold")
                        .readOnly())
                .field(Field.money("amount_gross")
                        .labels("含税金额", "Amount with tax")
                        .unitFrom("currency")
                        .readOnly()
                        .list())
                .field(Field.money("amount_net")
                        .labels("不含税金额", "Amount without tax")
                        .unitFrom("currency")
                        .readOnly())
                .field(Field.money("amount_tax")
                        .labels("税额", "Tax")
                        .unitFrom("currency")
                        .readOnly())
                .field(Field.text("currency").labels("币种", "Currency").required())
                .field(Field.percent("tax_rate").labels("税率", "Tax rate").required())
                .field(Field.flag("price_includes_tax").labels("单价含税", "Prices include tax"))
                .field(Field.user("owner_id")
                        .labels("业务员", "Salesperson")
                        .list()
                        .editable())
                .field(Field.text("contact").labels("联系人", "Contact").search().editable())
                .field(Field.text("delivery_address")
                        .labels("送货地址", "Delivery address")
                        .editable())
                .field(Field.longText("remark").labels("备注", "Remark").editable())
                .field(Field.text("external_key")
                        .labels("外部单号", "External key")
                        .search()
                        .readOnly())
                .field(Field.text("return_reason")
                        .labels("退回原因", "Sent back because")
                        .readOnly())
                .field(Field.instant("received_at")
                        .labels("接单时间", "Received")
                        .readOnly()
                        .list())
                .field(Field.instant("quoted_at").labels("报价时间", "Quoted").readOnly())
                .field(Field.instant("reviewed_at").labels("评审完成", "Reviewed").readOnly())
                .field(Field.instant("approved_at").labels("批准时间", "Approved").readOnly())
                .field(Field.instant("confirmed_at").labels("确认时间", "Confirmed").readOnly())
                .field(Field.text("confirmed_by").labels("确认人", "Confirmed by").readOnly())
                .field(Field.instant("completed_at").labels("完成时间", "Completed").readOnly())
                .verb(RecordVerb.of("quote")
                        .labels("报价", "Quote")
                        .post("/api/orders/{id}/quote")
                        .when("status", "INQUIRY"))
                .verb(RecordVerb.of("submit-review")
                        .labels("提交评审", "Submit for review")
                        .post("/api/orders/{id}/submit-review")
                        .when("status", "INQUIRY", "QUOTED"))
                .verb(RecordVerb.of("request-approval")
                        .labels("提交审批", "Request approval")
                        .post("/api/orders/{id}/request-approval")
                        .when("status", "REVIEWED"))
                .verb(RecordVerb.of("confirm")
                        .labels("确认", "Confirm")
                        .post("/api/orders/{id}/confirm")
                        .when("status", "REVIEWED", "APPROVING"))
                .verb(RecordVerb.of("hold")
                        .labels("暂停", "Hold")
                        .post("/api/orders/{id}/hold")
                        .when("on_hold", "false"))
                .verb(RecordVerb.of("resume")
                        .labels("恢复", "Resume")
                        .post("/api/orders/{id}/resume")
                        .when("on_hold", "true"))
                .verb(RecordVerb.of("copy").labels("复制", "Copy").post("/api/orders/{id}/copy"))
                .verb(RecordVerb.of("cancel")
                        .labels("取消订单", "Cancel order")
                        .post("/api/orders/{id}/cancel")
                        .when("status", "INQUIRY", "QUOTED", "IN_REVIEW", "REVIEWED", "CONFIRMED"))
                .build();
    }

    private static Field orderClass() {
        return Field.choice("order_class", "STABLE", "RUSH")
                .labels("订单类别", "Class")
                .choiceLabels("稳定单", "Stable", "急单", "Rush")
                .tones("grey", "red")
                .required();
    }

    private static Field status() {
        return Field.choice(
                        "status",
                        "INQUIRY",
                        "QUOTED",
                        "IN_REVIEW",
                        "REVIEWED",
                        "APPROVING",
                        "CONFIRMED",
                        "COMPLETED",
                        "CANCELLED")
                .labels("状态", "Status")
                .choiceLabels(
                        "询价",
                        "Inquiry",
                        "已报价",
                        "Quoted",
                        "评审中",
                        "In review",
                        "已评审",
                        "Reviewed",
                        "审批中",
                        "Approving",
                        "已确认",
                        "Confirmed",
                        "已完成",
                        "Completed",
                        "已取消",
                        "Cancelled")
                .tones("grey", "grey", "amber", "blue", "amber", "green", "green", "grey")
                .readOnly()
                .list();
    }

    @Bean
    RecordType salesOrderLineType() {
        return RecordType.of("sales-order-line", "sales.sales_order_line")
                .labels("订单行", "Order line")
                .room(ROOM)
                .title("order_id", "position")
                .naturalKey("order_id", "position")
                .defaultSort("-order_id", "position")
                .writtenBy(WrittenBy.USE_CASES)
                .parent("order_id")
                .page("/lines/{id}")
                .field(Field.reference("order_id", "sales-order")
                        .labels("订单", "Order")
                        .required()
                        .list())
                .field(Field.integer("position").labels("行号", "Line").required().list())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list())
                .field(Field.text("customer_item_number")
                        .labels("客户料号", "Customer's item number")
                        .search())
                .field(Field.text("description").labels("名称", "Description").search())
                .field(Field.longText("specification")
                        .labels("特殊要求", "Specification")
                        .search())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .readOnly()
                        .list())
                .field(Field.text("unit").labels("单位", "Unit").readOnly())
                .field(Field.quantity("ordered_quantity")
                        .labels("下单数量", "Ordered")
                        .unitFrom("ordered_unit")
                        .readOnly())
                .field(Field.text("ordered_unit").labels("下单单位", "Ordered unit").readOnly())
                .field(Field.quantity("delivered")
                        .labels("已交付", "Delivered")
                        .unitFrom("unit")
                        .readOnly()
                        .list())
                .field(Field.date("requested_date")
                        .labels("要求交期", "Requested")
                        .required()
                        .list())
                .field(Field.date("first_promise")
                        .labels("首次承诺", "First promise")
                        .readOnly())
                .field(Field.date("latest_promise")
                        .labels("最新承诺", "Latest promise")
                        .readOnly()
                        .list())
                .field(Field.date("computed_earliest")
                        .labels("可行最早", "Computed earliest")
                        .readOnly())
                .field(Field.price("unit_price")
                        .labels("不含税单价", "Price without tax")
                        .digits(6)
                        .readOnly())
                .field(Field.price("unit_price_gross")
                        .labels("含税单价", "Price with tax")
                        .digits(6)
                        .readOnly())
                .field(Field.money("amount_net")
                        .labels("不含税金额", "Amount without tax")
                        .readOnly())
                .field(Field.money("amount_gross")
                        .labels("含税金额", "Amount with tax")
                        .readOnly())
                .field(Field.integer("priority")
                        .labels("优先级", "Priority")
                        .help("1 最先，99 最后", "1 first, 99 last")
                        .list())
                .field(Field.choice("status", "OPEN", "COMPLETED", "CANCELLED")
                        .labels("状态", "Status")
                        .choiceLabels("未完成", "Open", "已完成", "Completed", "已取消", "Cancelled")
                        .tones("blue", "green", "grey")
                        .readOnly()
                        .list())
                .verb(RecordVerb.of("cancel")
                        .labels("取消该行", "Cancel line")
                        .post("/api/order-lines/{id}/cancel")
                        .when("status", "OPEN"))
                .build();
    }

    @Bean
    RecordType orderReviewType() {
        return RecordType.of("order-review", "sales.order_review")
                .labels("订单评审", "Order review")
                .room(ROOM)
                .title("line_id", "department")
                .defaultSort("-requested_at", "line_id")
                .writtenBy(WrittenBy.USE_CASES)
                .parent("line_id")
                .field(Field.reference("line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .required()
                        .list())
                .field(Field.integer("round").labels("轮次", "Round").readOnly())
                .field(department().list())
                .field(Field.choice("answer", "YES", "NO", "CONDITIONAL")
                        .labels("结论", "Answer")
                        .choiceLabels("可以", "Yes", "不可以", "No", "有条件", "Conditional")
                        .tones("green", "red", "amber")
                        .readOnly()
                        .list())
                .field(Field.date("possible_date")
                        .labels("可行日期", "Possible date")
                        .readOnly()
                        .list())
                .field(Field.date("computed_earliest")
                        .labels("系统最早", "Computed earliest")
                        .readOnly()
                        .list())
                .field(Field.decimal("effort_hours")
                        .labels("所需工时", "Effort, hours")
                        .readOnly())
                .field(Field.money("extra_cost").labels("额外成本", "Extra cost").readOnly())
                .field(Field.longText("remark")
                        .labels("说明", "Remark")
                        .readOnly()
                        .list())
                .field(Field.flag("skipped").labels("免评审", "Skipped").readOnly())
                .field(Field.instant("requested_at")
                        .labels("发起时间", "Requested")
                        .readOnly()
                        .list())
                .field(Field.text("answered_by_name")
                        .labels("答复人", "Answered by")
                        .readOnly())
                .field(Field.instant("answered_at").labels("答复时间", "Answered").readOnly())
                .build();
    }

    private static Field department() {
        return Field.choice("department", "SALES", "ENGINEERING", "PRODUCTION")
                .labels("部门", "Department")
                .choiceLabels("销售", "Sales", "技术", "Engineering", "生产", "Production")
                .required();
    }

    @Bean
    RecordType orderChangeType() {
        return RecordType.of("order-change", "sales.order_change")
                .labels("订单变更", "Order change")
                .room(ROOM)
                .title("line_id", "kind")
                .defaultSort("-at", "line_id")
                .writtenBy(WrittenBy.USE_CASES)
                .parent("line_id")
                .field(Field.reference("line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .required()
                        .list())
                .field(Field.choice("kind", "QUANTITY", "DATE", "QUANTITY_AND_DATE", "CANCEL")
                        .labels("变更类型", "Kind")
                        .choiceLabels("数量", "Quantity", "交期", "Date", "数量和交期", "Quantity and date", "取消", "Cancelled")
                        .tones("blue", "amber", "amber", "red")
                        .list())
                .field(Field.quantity("old_quantity")
                        .labels("原数量", "Old quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("new_quantity")
                        .labels("新数量", "New quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.date("old_date").labels("原交期", "Old date").list())
                .field(Field.date("new_date").labels("新交期", "New date").list())
                .field(Field.longText("reason").labels("原因", "Reason").search().list())
                .field(Field.text("requested_by_name")
                        .labels("提出人", "Requested by")
                        .list())
                .field(Field.instant("at").labels("时间", "At").list())
                .field(Field.choice("status", "OPEN", "APPLIED", "REFUSED")
                        .labels("状态", "Status")
                        .choiceLabels("待处理", "Open", "已执行", "Applied", "已拒绝", "Refused")
                        .tones("amber", "green", "red")
                        .list())
                .build();
    }

    @Bean
    RecordType reviewPolicyType() {
        return RecordType.of("review-policy", "sales.review_policy")
                .labels("评审规则", "Review policy")
                .room(ROOM)
                .title("order_class", "department")
                .naturalKey("order_class", "department")
                .defaultSort("order_class", "department")
                .field(orderClass().list())
                .field(department().list())
                .field(Field.choice("need", "ALWAYS", "UNLESS_PROMISE_MET", "NEVER")
                        .labels("是否评审", "Reviews")
                        .choiceLabels("总是", "Always", "系统交期满足则免", "Unless the computed date fits", "从不", "Never")
                        .tones("blue", "amber", "grey")
                        .required()
                        .list())
                .build();
    }
}
