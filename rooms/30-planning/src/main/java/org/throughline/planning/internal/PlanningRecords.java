package org.throughline.planning.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** Planning's records: runs, suggestions, messages and proposed changes. */
@Configuration(proxyBeanMethods = false)
class PlanningRecords {

    @Bean
    RecordType planningRunType() {
        return RecordType.of("planning-run", "planning.planning_run")
                .labels("需求计算", "Planning run")
                .room("planning")
                .title("at")
                .field(Field.instant("at").labels("时间", "At").list())
                .field(Field.text("run_by").labels("执行人", "By").list().search())
                .field(Field.integer("milliseconds")
                        .labels("用时（毫秒）", "Milliseconds")
                        .list())
                .field(Field.integer("demands").labels("需求数", "Demands").list())
                .field(Field.integer("suggestions").labels("建议数", "Suggestions").list())
                .field(Field.integer("added").labels("新增", "Added").list())
                .field(Field.integer("changed").labels("变更", "Changed").list())
                .field(Field.integer("removed").labels("取消", "Removed").list())
                .field(Field.integer("past_due").labels("逾期", "Past due").list())
                .field(Field.integer("messages").labels("重排提示", "Messages").list())
                .field(Field.integer("late_lines").labels("延期订单行", "Late lines").list())
                .defaultSort("-at")
                .writtenBy(WrittenBy.NOBODY)
                .build();
    }

    @Bean
    RecordType suggestionType() {
        return RecordType.of("suggestion", "planning.suggestion")
                .labels("计划建议", "Suggestion")
                .room("planning")
                .title("item_id")
                .field(Field.choice("kind", "BUY", "MAKE")
                        .labels("类型", "Kind")
                        .choiceLabels("采购", "Buy", "生产", "Make")
                        .tones("blue", "green")
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
                .field(Field.date("order_by").labels("最迟下达日", "Order by").list())
                .field(Field.date("due").labels("需求日", "Needed").list())
                .field(Field.date("possible_due").labels("可能到日", "Possible").list())
                .field(Field.flag("past_due").labels("逾期", "Past due").list())
                .field(Field.integer("past_due_days").labels("逾期天数", "Days past due"))
                .field(Field.reference("supplier_id", "partner")
                        .labels("供应商", "Supplier")
                        .list()
                        .editable())
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.integer("level").labels("层级", "Level"))
                .field(Field.choice("status", "PROPOSED", "CONVERTED", "DISMISSED")
                        .labels("状态", "Status")
                        .choiceLabels("待处理", "Proposed", "已转单", "Converted", "已忽略", "Dismissed")
                        .tones("amber", "green", "grey")
                        .list())
                .field(Field.text("target_number").labels("生成单据", "Became").list())
                .field(Field.text("reason").labels("原因", "Reason"))
                .field(Field.text("decided_by").labels("处理人", "Decided by"))
                .field(Field.instant("decided_at").labels("处理时间", "Decided at"))
                .defaultSort("order_by", "due")
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("convert")
                        .labels("转为单据", "Convert")
                        .post("/api/planning/suggestions/{id}/convert")
                        .when("status", "PROPOSED"))
                .build();
    }

    @Bean
    RecordType planMessageType() {
        return RecordType.of("plan-message", "planning.plan_message")
                .labels("重排提示", "Planning message")
                .room("planning")
                .title("supply_number")
                .field(Field.choice("kind", "EXPEDITE", "DEFER", "CANCEL", "REDUCE", "INCREASE")
                        .labels("提示", "Message")
                        .choiceLabels("提前", "Expedite", "推后", "Defer", "取消", "Cancel", "减少", "Reduce", "增加", "Increase")
                        .tones("red", "blue", "amber", "amber", "blue")
                        .list())
                .field(Field.text("supply_number").labels("单据", "Order").list().search())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .list()
                        .search())
                .field(Field.date("due").labels("现日期", "Now").list())
                .field(Field.date("proposed_due").labels("建议日期", "Proposed").list())
                .field(Field.quantity("quantity")
                        .labels("现数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("proposed")
                        .labels("建议数量", "Proposed quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.integer("days").labels("天数", "Days").list())
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .defaultSort("kind", "due")
                .writtenBy(WrittenBy.NOBODY)
                .build();
    }

    @Bean
    RecordType planChangeType() {
        return RecordType.of("plan-change", "planning.plan_change")
                .labels("计划变更", "Plan change")
                .room("planning")
                .title("target_number")
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.choice("target_type", "work-order", "purchase-order-line", "reservation", "suggestion")
                        .labels("对象", "Target")
                        .choiceLabels(
                                "工单",
                                "Work order",
                                "采购订单行",
                                "Purchase order line",
                                "库存预留",
                                "Reservation",
                                "计划建议",
                                "Suggestion")
                        .list())
                .field(Field.text("target_number").labels("单据", "Number").list().search())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .list()
                        .search())
                .field(Field.choice("action", "REDUCE", "INCREASE", "MOVE", "CANCEL", "RELEASE")
                        .labels("建议", "Proposal")
                        .choiceLabels("减少", "Reduce", "增加", "Increase", "改期", "Move", "取消", "Cancel", "释放", "Release")
                        .tones("amber", "blue", "blue", "red", "grey")
                        .list())
                .field(Field.quantity("old_quantity")
                        .labels("原数量", "Before")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("new_quantity")
                        .labels("新数量", "After")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.date("old_due").labels("原日期", "Due before").list())
                .field(Field.date("new_due").labels("新日期", "Due after").list())
                .field(Field.flag("harmless").labels("无损失", "Loses nothing").list())
                .field(Field.flag("possible").labels("可执行", "Possible"))
                .field(Field.choice("status", "PROPOSED", "APPLIED", "REFUSED")
                        .labels("状态", "Status")
                        .choiceLabels("待决定", "Proposed", "已执行", "Applied", "已拒绝", "Refused")
                        .tones("amber", "green", "grey")
                        .list())
                .field(Field.text("change_reason")
                        .labels("订单变更原因", "Why the order changed")
                        .list())
                .field(Field.text("decided_by").labels("决定人", "Decided by"))
                .field(Field.instant("decided_at").labels("决定时间", "Decided at"))
                .field(Field.text("reason").labels("决定原因", "Reason"))
                .defaultSort("-proposed_at")
                .field(Field.instant("proposed_at").labels("提出时间", "Proposed at"))
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("apply")
                        .labels("执行", "Apply")
                        .post("/api/planning/changes/{id}/apply")
                        .when("status", "PROPOSED"))
                .verb(RecordVerb.of("refuse")
                        .labels("拒绝", "Refuse")
                        .post("/api/planning/changes/{id}/refuse")
                        .when("status", "PROPOSED"))
                .build();
    }
}
