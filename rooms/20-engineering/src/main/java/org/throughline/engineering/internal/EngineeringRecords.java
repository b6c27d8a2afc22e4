package org.throughline.engineering.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordVerb;

/** How bills, routings and drawings look as records. */
@Configuration(proxyBeanMethods = false)
class EngineeringRecords {

    private static final String ROOM = "engineering";

    private final StructureChecks checks;

    EngineeringRecords(StructureChecks checks) {
        this.checks = checks;
    }

    @Bean
    RecordType bomType() {
        return RecordType.of("bom", "engineering.bom")
                .labels("物料清单", "Bill of material")
                .room(ROOM)
                .title("item_id", "revision")
                .naturalKey("item_id", "revision")
                .defaultSort("item_id", "-revision")
                .check(checks::bom)
                .field(item())
                .field(revision())
                .field(status())
                .field(Field.quantity("base_quantity")
                        .labels("基准数量", "Base quantity")
                        .help("明细用量对应的成品数量", "The lines are for so many of the item"))
                .field(Field.date("valid_from").labels("生效日期", "Valid from").list())
                .field(Field.date("valid_to")
                        .labels("失效日期", "Valid until")
                        .help("从这天起不再有效", "First day no longer valid")
                        .list())
                .field(Field.instant("released_at")
                        .labels("发布时间", "Released")
                        .readOnly()
                        .list())
                .field(Field.text("released_by").labels("发布人", "Released by").readOnly())
                .field(Field.longText("note").labels("备注", "Note").search())
                .verb(RecordVerb.of("release")
                        .labels("发布", "Release")
                        .post("/api/boms/{id}/release")
                        .when("status", "DRAFT"))
                .verb(RecordVerb.of("revise").labels("新版本", "New revision").post("/api/boms/{id}/revise"))
                .build();
    }

    @Bean
    RecordType bomLineType() {
        return RecordType.of("bom-line", "engineering.bom_line")
                .labels("BOM 明细", "BOM line")
                .room(ROOM)
                .title("bom_id", "position")
                .naturalKey("bom_id", "position")
                .defaultSort("bom_id", "position")
                .parent("bom_id")
                .check(checks::bomLine)
                .field(Field.reference("bom_id", "bom")
                        .labels("物料清单", "Bill of material")
                        .required()
                        .list())
                .field(Field.integer("position")
                        .labels("行号", "Position")
                        .required()
                        .list())
                .field(Field.reference("component_id", "item")
                        .labels("子件", "Component")
                        .required()
                        .list())
                .field(Field.quantity("quantity_per")
                        .labels("用量", "Quantity per")
                        .unitFrom("unit")
                        .required()
                        .list())
                .field(Field.text("unit").labels("单位", "Unit").required().list())
                .field(Field.percent("scrap_rate").labels("损耗率", "Scrap rate").list())
                .field(Field.choice("scrap_convention", "ON_TOP", "YIELD")
                        .labels("损耗算法", "Scrap convention")
                        .choiceLabels("用量×(1+损耗率)", "× (1 + rate)", "用量÷(1−损耗率)", "÷ (1 − rate)"))
                .field(Field.quantity("fixed_loss")
                        .labels("固定损耗", "Fixed loss")
                        .unitFrom("unit")
                        .help("每张工单一次", "Once per work order"))
                .field(Field.date("valid_from").labels("生效日期", "Valid from").list())
                .field(Field.date("valid_to").labels("失效日期", "Valid until"))
                .field(Field.integer("operation_sequence").labels("用于工序", "Used at operation"))
                .field(Field.text("alternate_group").labels("替代组", "Alternate group"))
                .field(Field.integer("alternate_priority")
                        .labels("替代优先级", "Alternate priority")
                        .help("1 最先用", "1 is used first"))
                .field(Field.text("note").labels("备注", "Note"))
                .field(Field.text("external_key").labels("外部编号", "External key").readOnly())
                .build();
    }

    @Bean
    RecordType routingType() {
        return RecordType.of("routing", "engineering.routing")
                .labels("工艺路线", "Routing")
                .room(ROOM)
                .title("item_id", "revision")
                .naturalKey("item_id", "revision")
                .defaultSort("item_id", "-revision")
                .check(checks::routing)
                .field(item())
                .field(revision())
                .field(status())
                .field(Field.instant("released_at")
                        .labels("发布时间", "Released")
                        .readOnly()
                        .list())
                .field(Field.text("released_by").labels("发布人", "Released by").readOnly())
                .field(Field.longText("note").labels("备注", "Note").search())
                .verb(RecordVerb.of("release")
                        .labels("发布", "Release")
                        .post("/api/routings/{id}/release")
                        .when("status", "DRAFT"))
                .verb(RecordVerb.of("revise").labels("新版本", "New revision").post("/api/routings/{id}/revise"))
                .build();
    }

    @Bean
    RecordType routingOperationType() {
        return RecordType.of("routing-operation", "engineering.routing_operation")
                .labels("工序", "Operation")
                .room(ROOM)
                .title("routing_id", "sequence", "name")
                .naturalKey("routing_id", "sequence")
                .defaultSort("routing_id", "sequence")
                .parent("routing_id")
                .check(checks::operation)
                .field(Field.reference("routing_id", "routing")
                        .labels("工艺路线", "Routing")
                        .required()
                        .list())
                .field(Field.integer("sequence")
                        .labels("工序号", "Sequence")
                        .required()
                        .list())
                .field(Field.text("name")
                        .labels("工序名称", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .required()
                        .list())
                .field(Field.reference("machine_id", "machine")
                        .labels("指定设备", "Machine")
                        .help("为空时任选", "Empty: any of the work centre"))
                .field(Field.decimal("setup_minutes")
                        .labels("准备工时（分）", "Setup minutes")
                        .list())
                .field(Field.decimal("run_minutes")
                        .labels("单件工时（分）", "Run minutes per piece")
                        .digits(4)
                        .list())
                .field(Field.flag("subcontract").labels("委外", "Subcontract").list())
                .field(Field.reference("supplier_id", "partner").labels("委外供应商", "Supplier"))
                .field(Field.integer("subcontract_days").labels("委外天数", "Days outside"))
                .field(Field.flag("inspection").labels("检验", "Inspection").list())
                .field(Field.decimal("next_transfer_quantity")
                        .labels("转移批量", "Transfer quantity")
                        .help(
                                "够这么多合格品，下道即可开工；为空则整批",
                                "So many good ones let the next operation start; empty: the whole lot"))
                .field(Field.text("setup_family").labels("换型族", "Setup family"))
                .field(Field.longText("instruction").labels("作业指导", "Instruction"))
                .build();
    }

    @Bean
    RecordType drawingType() {
        return RecordType.of("drawing", "engineering.drawing")
                .labels("图纸", "Drawing")
                .room(ROOM)
                .title("number", "revision")
                .naturalKey("item_id", "number", "revision")
                .defaultSort("number", "-revision")
                .check(checks::drawing)
                .field(item())
                .field(Field.text("number")
                        .labels("图号", "Number")
                        .required()
                        .search()
                        .list())
                .field(revision())
                .field(Field.choice("status", "DRAFT", "CONFIRMED", "OBSOLETE")
                        .labels("状态", "Status")
                        .choiceLabels("草稿", "Draft", "已确认", "Confirmed", "作废", "Obsolete")
                        .tones("amber", "green", "grey")
                        .readOnly()
                        .list())
                .field(Field.file("file_id").labels("文件", "File").list())
                .field(Field.text("confirmed_by")
                        .labels("确认人", "Confirmed by")
                        .readOnly()
                        .list())
                .field(Field.instant("confirmed_at")
                        .labels("确认时间", "Confirmed")
                        .readOnly()
                        .list())
                .field(Field.longText("note").labels("备注", "Note").search())
                .verb(RecordVerb.of("confirm")
                        .labels("确认图纸", "Confirm")
                        .post("/api/drawings/{id}/confirm")
                        .when("status", "DRAFT"))
                .build();
    }

    private static Field item() {
        return Field.reference("item_id", "item")
                .labels("物料", "Item")
                .required()
                .list();
    }

    private static Field revision() {
        return Field.text("revision").labels("版本", "Revision").required().list();
    }

    private static Field status() {
        return Field.choice("status", "DRAFT", "RELEASED", "OBSOLETE")
                .labels("状态", "Status")
                .choiceLabels("草稿", "Draft", "已发布", "Released", "作废", "Obsolete")
                .tones("amber", "green", "grey")
                .readOnly()
                .list();
    }
}
