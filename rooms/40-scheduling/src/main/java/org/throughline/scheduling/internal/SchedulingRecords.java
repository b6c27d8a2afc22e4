package org.throughline.scheduling.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;

/** Scheduling's records. */
@Configuration(proxyBeanMethods = false)
class SchedulingRecords {

    @Bean
    RecordType scheduleType() {
        return RecordType.of("schedule", "scheduling.schedule")
                .labels("排程方案", "Schedule")
                .room("scheduling")
                .title("at")
                .field(Field.instant("at").labels("时间", "At").list())
                .field(Field.text("made_by").labels("执行人", "By").list())
                .field(Field.choice("status", "DRAFT", "PUBLISHED", "SUPERSEDED", "SET_ASIDE")
                        .labels("状态", "Status")
                        .choiceLabels("草稿", "Draft", "已发布", "Published", "已替换", "Superseded", "可撤回", "Can be undone")
                        .tones("amber", "green", "grey", "grey")
                        .list())
                .field(Field.integer("operations").labels("工序数", "Operations").list())
                .field(Field.integer("late_orders")
                        .labels("延期工单", "Late work orders")
                        .list())
                .field(Field.integer("late_minutes").labels("延期分钟", "Minutes late"))
                .field(Field.integer("setup_minutes")
                        .labels("换型分钟", "Setup minutes")
                        .list())
                .field(Field.instant("ends_at").labels("完成时间", "Ends").list())
                .field(Field.integer("milliseconds").labels("用时（毫秒）", "Milliseconds"))
                .field(Field.instant("published_at")
                        .labels("发布时间", "Published at")
                        .list())
                .field(Field.text("published_by").labels("发布人", "Published by"))
                .defaultSort("-at")
                .writtenBy(WrittenBy.NOBODY)
                .build();
    }

    @Bean
    RecordType operationSlotType() {
        return RecordType.of("operation-slot", "scheduling.operation_slot")
                .labels("工序排程", "Operation slot")
                .room("scheduling")
                .title("work_order_number", "name")
                .field(Field.text("work_order_number")
                        .labels("工单", "Work order")
                        .list()
                        .search())
                .field(Field.integer("sequence").labels("工序号", "Operation").list())
                .field(Field.text("name").labels("工序", "Name").list().search())
                .field(Field.reference("item_id", "item").labels("物料", "Item").list())
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .list())
                .field(Field.reference("machine_id", "machine")
                        .labels("设备", "Machine")
                        .list())
                .field(Field.instant("starts").labels("开始", "Starts").list())
                .field(Field.instant("ends").labels("结束", "Ends").list())
                .field(Field.integer("setup_minutes").labels("准备分钟", "Setup minutes"))
                .field(Field.integer("work_minutes").labels("工时（分钟）", "Work minutes"))
                .field(Field.date("due").labels("交期", "Due").list())
                .field(Field.text("reason").labels("原因", "Reason"))
                .field(Field.reference("schedule_id", "schedule").labels("排程方案", "Schedule"))
                .field(Field.reference("order_line_id", "sales-order-line").labels("订单行", "Order line"))
                .defaultSort("starts")
                .writtenBy(WrittenBy.NOBODY)
                .build();
    }

    @Bean
    RecordType operationNeedType() {
        return RecordType.of("operation-need", "scheduling.operation_need")
                .labels("工序占用的人员和工装", "People and tools of operations")
                .room("scheduling")
                .title("work_centre_id", "operation_name")
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .required()
                        .list())
                .field(Field.text("operation_name")
                        .labels("工序（空=全部）", "Operation (empty: all)")
                        .list()
                        .search())
                .field(Field.reference("skill_id", "skill")
                        .labels("技能", "Skill")
                        .list())
                .field(Field.integer("least_grade")
                        .labels("最低等级（1 学徒，2 独立，3 带教）", "Least grade (1 learns, 2 works alone, 3 trains)")
                        .list())
                .field(Field.reference("tool_id", "tool").labels("工装", "Tool").list())
                .field(Field.integer("count").labels("数量", "Count").list())
                .field(Field.text("note").labels("备注", "Note"))
                .defaultSort("work_centre_id")
                .writtenBy(WrittenBy.FREE)
                .build();
    }
}
