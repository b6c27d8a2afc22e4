package org.throughline.quality.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;

/** Quality's records: characteristics, inspections, nonconformances. */
@Configuration(proxyBeanMethods = false)
class QualityRecords {

    @Bean
    RecordType characteristicType() {
        return RecordType.of("inspection-characteristic", "quality.inspection_characteristic")
                .labels("检验项目", "Inspection characteristic")
                .room("quality")
                .title("name")
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list())
                .field(Field.integer("position").labels("序号", "Position").list())
                .field(Field.text("name")
                        .labels("项目", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.choice("kind", "MEASURED", "VISUAL")
                        .labels("方式", "Kind")
                        .choiceLabels("测量", "Measured", "目视", "Visual")
                        .required()
                        .list())
                .field(Field.decimal("nominal").labels("标准值", "Nominal").list())
                .field(Field.decimal("lower").labels("下限", "Lower limit").list())
                .field(Field.decimal("upper").labels("上限", "Upper limit").list())
                .field(Field.text("unit").labels("单位", "Unit").list())
                .field(Field.text("tool").labels("量具", "Tool"))
                .field(Field.choice("severity", "CRITICAL", "MAJOR", "MINOR")
                        .labels("等级", "Severity")
                        .choiceLabels("致命", "Critical", "主要", "Major", "次要", "Minor")
                        .tones("red", "amber", "grey")
                        .list())
                .field(Field.flag("active").labels("启用", "Active"))
                .naturalKey("item_id", "name")
                .defaultSort("item_id", "position")
                .parent("item_id")
                .build();
    }

    @Bean
    RecordType inspectionType() {
        return RecordType.of("inspection", "quality.inspection")
                .labels("检验单", "Inspection")
                .room("quality")
                .title("number")
                .field(Field.text("number").labels("检验单号", "Number").search().list())
                .field(Field.choice("kind", "INCOMING", "FINAL", "FIRST")
                        .labels("类型", "Kind")
                        .choiceLabels("来料检", "Incoming", "完工检", "Final", "首检", "First piece")
                        .list())
                .field(Field.choice("status", "OPEN", "PASSED", "FAILED", "CONDITIONAL")
                        .labels("结论", "Result")
                        .choiceLabels("待检", "Open", "合格", "Passed", "不合格", "Failed", "部分合格", "Partly passed")
                        .tones("amber", "green", "red", "amber")
                        .list())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .search()
                        .list())
                .field(Field.reference("lot_id", "lot").labels("批次", "Lot").list())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.quantity("accepted").labels("合格数", "Accepted").unitFrom("unit"))
                .field(Field.quantity("rejected").labels("不合格数", "Rejected").unitFrom("unit"))
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.text("reason").labels("原因", "Reason"))
                .field(Field.instant("requested_at")
                        .labels("报检时间", "Requested at")
                        .list())
                .field(Field.text("inspector").labels("检验员", "Inspector"))
                .field(Field.instant("decided_at").labels("判定时间", "Decided at"))
                .defaultSort("-requested_at")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }

    @Bean
    RecordType nonconformanceType() {
        return RecordType.of("nonconformance", "quality.nonconformance")
                .labels("不合格品", "Nonconformance")
                .room("quality")
                .title("number")
                .field(Field.text("number").labels("编号", "Number").search().list())
                .field(Field.reference("inspection_id", "inspection").labels("检验单", "Inspection"))
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .search()
                        .list())
                .field(Field.reference("lot_id", "lot").labels("批次", "Lot").list())
                .field(Field.quantity("quantity")
                        .labels("数量", "Quantity")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.text("reason").labels("原因", "Reason").search().list())
                .field(Field.choice("disposition", "OPEN", "REWORK", "SCRAP", "CONCESSION")
                        .labels("处理", "Disposition")
                        .choiceLabels("待评审", "Open", "返工", "Rework", "报废", "Scrap", "让步接收", "Concession")
                        .tones("red", "amber", "grey", "green")
                        .list())
                .field(Field.text("decision_note").labels("处理说明", "Note"))
                .field(Field.reference("order_line_id", "sales-order-line")
                        .labels("订单行", "Order line")
                        .list())
                .field(Field.user("owner_id").labels("责任人", "Owner").editable())
                .field(Field.reference("work_order_id", "work-order").labels("返工工单", "Rework order"))
                .field(Field.instant("raised_at").labels("发现时间", "Raised at").list())
                .field(Field.instant("decided_at").labels("处理时间", "Decided at"))
                .defaultSort("-raised_at")
                .writtenBy(WrittenBy.USE_CASES)
                .build();
    }
}
