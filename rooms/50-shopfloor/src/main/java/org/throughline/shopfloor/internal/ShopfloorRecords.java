package org.throughline.shopfloor.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** The floor's records: work orders with their operations and material, reports, tolerances, piece rates. */
@Configuration(proxyBeanMethods = false)
class ShopfloorRecords {

    @Bean
    RecordType workOrderType() {
        var type = RecordType.of("work-order", "shopfloor.work_order")
                .labels("工单", "Work order")
                .room("shopfloor")
                .title("number")
                .field(Field.text("number").labels("工单号", "Number").search().list())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .search()
                        .list())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(status())
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.reference("parent_id", "work-order").labels("上级工单", "Parent"))
                .field(Field.reference("rework_of", "work-order").labels("返工来源", "Rework of"))
                .field(Field.date("start").labels("计划开工", "Start").list())
                .field(Field.date("due").labels("计划完工", "Due").list())
                .field(Field.text("revision").labels("版本", "Revision"));
        return withProgress(type).build();
    }

    private static Field status() {
        return Field.choice("status", "PLANNED", "RELEASED", "STARTED", "COMPLETED", "CLOSED", "CANCELLED")
                .labels("状态", "Status")
                .choiceLabels(
                        "计划",
                        "Planned",
                        "已下达",
                        "Released",
                        "生产中",
                        "Started",
                        "完工",
                        "Completed",
                        "已关闭",
                        "Closed",
                        "已取消",
                        "Cancelled")
                .tones("grey", "blue", "blue", "green", "grey", "grey")
                .list();
    }

    private static RecordType.Builder withProgress(RecordType.Builder type) {
        return type.field(Field.quantity("good")
                        .labels("合格", "Good")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("scrap").labels("报废", "Scrap").unitFrom("unit"))
                .field(Field.quantity("received").labels("已入库", "Received").unitFrom("unit"))
                .field(Field.flag("short_release").labels("缺料下达", "Released short"))
                .field(Field.longText("remark").labels("备注", "Remark").editable())
                .field(Field.instant("released_at").labels("下达时间", "Released at"))
                .field(Field.user("released_by").labels("下达人", "Released by"))
                .field(Field.instant("started_at").labels("开工时间", "Started at"))
                .field(Field.instant("completed_at").labels("完工时间", "Completed at"))
                .field(Field.instant("closed_at").labels("关闭时间", "Closed at"))
                .naturalKey("number")
                .defaultSort("due", "number")
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("release")
                        .labels("下达", "Release")
                        .post("/api/work-orders/{id}/release")
                        .when("status", "PLANNED"))
                .verb(RecordVerb.of("issue")
                        .labels("发料", "Issue material")
                        .post("/api/work-orders/{id}/issue")
                        .when("status", "RELEASED", "STARTED"))
                .verb(RecordVerb.of("complete")
                        .labels("提前完工", "Complete short")
                        .post("/api/work-orders/{id}/complete")
                        .when("status", "STARTED"))
                .verb(RecordVerb.of("close")
                        .labels("关闭", "Close")
                        .post("/api/work-orders/{id}/close")
                        .when("status", "COMPLETED"))
                .verb(RecordVerb.of("cancel")
                        .labels("取消", "Cancel")
                        .post("/api/work-orders/{id}/cancel")
                        .when("status", "PLANNED", "RELEASED"));
    }

    @Bean
    RecordType workOrderMaterialType() {
        return RecordType.of("work-order-material", "shopfloor.work_order_material")
                .labels("工单用料", "Work order material")
                .room("shopfloor")
                .title("component_id")
                .field(Field.reference("work_order_id", "work-order")
                        .labels("工单", "Work order")
                        .list())
                .field(Field.integer("position").labels("序号", "Position").list())
                .field(Field.reference("component_id", "item")
                        .labels("物料", "Component")
                        .search()
                        .list())
                .field(Field.quantity("required")
                        .labels("应发", "Required")
                        .unitFrom("unit")
                        .list())
                .field(Field.quantity("issued")
                        .labels("已发", "Issued")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit").list())
                .field(Field.integer("operation_sequence").labels("用于工序", "Used at operation"))
                .parent("work_order_id")
                .defaultSort("work_order_id", "position")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }

    @Bean
    RecordType workOrderOperationType() {
        return RecordType.of("work-order-operation", "shopfloor.work_order_operation")
                .labels("工单工序", "Operation")
                .room("shopfloor")
                .title("name", "sequence")
                .field(Field.reference("work_order_id", "work-order")
                        .labels("工单", "Work order")
                        .list())
                .field(Field.integer("sequence").labels("工序号", "Sequence").list())
                .field(Field.text("name").labels("工序", "Operation").search().list())
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .list())
                .field(Field.reference("machine_id", "machine").labels("指定设备", "Machine"))
                .field(Field.reference("running_machine_id", "machine").labels("实际设备", "Runs on"))
                .field(Field.choice("status", "WAITING", "READY", "RUNNING", "PAUSED", "DONE")
                        .labels("状态", "Status")
                        .choiceLabels("待来料", "Waiting", "可开工", "Ready", "进行中", "Running", "暂停", "Paused", "完工", "Done")
                        .tones("grey", "blue", "blue", "amber", "green")
                        .list())
                .field(Field.quantity("good").labels("合格", "Good").list())
                .field(Field.quantity("scrap").labels("报废", "Scrap").list())
                .field(Field.quantity("rework").labels("待返工", "Rework"))
                .field(Field.decimal("setup_minutes").labels("准备（分）", "Setup minutes"))
                .field(Field.decimal("run_minutes").labels("单件（分）", "Minutes per piece"))
                .field(Field.longText("instruction")
                        .labels("作业要求", "Instruction")
                        .editable())
                .field(Field.instant("started_at").labels("开工时间", "Started at"))
                .field(Field.instant("ended_at").labels("完工时间", "Ended at"))
                .parent("work_order_id")
                .defaultSort("work_order_id", "sequence")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }

    @Bean
    RecordType reportType() {
        return RecordType.of("report", "shopfloor.report")
                .labels("报工", "Report")
                .room("shopfloor")
                .title("ended_at")
                .field(Field.reference("work_order_id", "work-order")
                        .labels("工单", "Work order")
                        .list())
                .field(Field.reference("operation_id", "work-order-operation")
                        .labels("工序", "Operation")
                        .list())
                .field(Field.choice("kind", "START", "PAUSE", "RESUME", "QUANTITY", "FINISH")
                        .labels("类型", "Kind")
                        .choiceLabels("开工", "Start", "暂停", "Pause", "继续", "Resume", "报工", "Quantity", "报工并结束", "Finish")
                        .list())
                .field(Field.quantity("good").labels("合格", "Good").list())
                .field(Field.quantity("scrap").labels("报废", "Scrap").list())
                .field(Field.quantity("rework").labels("返工", "Rework"))
                .field(Field.reference("person_id", "person")
                        .labels("人员", "Person")
                        .list())
                .field(Field.reference("machine_id", "machine").labels("设备", "Machine"))
                .field(Field.instant("started_at").labels("开始", "From"))
                .field(Field.instant("ended_at").labels("结束", "To").list())
                .field(Field.integer("seconds").labels("用时（秒）", "Seconds"))
                .field(Field.text("note").labels("备注", "Note"))
                .field(Field.instant("undone_at").labels("撤回时间", "Taken back at"))
                .parent("work_order_id")
                .defaultSort("-ended_at")
                .writtenBy(WrittenBy.USE_CASES)
                .verb(RecordVerb.of("undo").labels("撤回", "Take back").post("/api/reports/{id}/undo"))
                .build();
    }

    @Bean
    RecordType overReportToleranceType() {
        return RecordType.of("over-report-tolerance", "shopfloor.over_report_tolerance")
                .labels("超报允差", "Over-report tolerance")
                .room("shopfloor")
                .title("percent")
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .help("空着表示全部物料", "Empty: every item")
                        .list())
                .field(Field.reference("site_id", "site")
                        .labels("工厂", "Site")
                        .help("空着表示全部工厂", "Empty: every site")
                        .list())
                .field(Field.decimal("percent")
                        .labels("允差（%）", "Per cent")
                        .help("可比订单多报的百分比", "How much more than ordered may be reported")
                        .required()
                        .list())
                .naturalKey("item_id", "site_id")
                .build();
    }

    @Bean
    RecordType pieceRateType() {
        return RecordType.of("piece-rate", "shopfloor.piece_rate")
                .labels("计件单价", "Piece rate")
                .room("shopfloor")
                .title("operation_name")
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list())
                .field(Field.text("operation_name")
                        .labels("工序", "Operation")
                        .required()
                        .search()
                        .list())
                .field(Field.price("rate")
                        .labels("单价", "Rate")
                        .unitFrom("currency")
                        .required()
                        .list())
                .field(Field.text("currency").labels("币种", "Currency").required())
                .naturalKey("item_id", "operation_name")
                .build();
    }
}
