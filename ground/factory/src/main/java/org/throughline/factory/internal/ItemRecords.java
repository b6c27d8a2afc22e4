package org.throughline.factory.internal;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.factory.ItemRefused;
import org.throughline.factory.Items;
import org.throughline.factory.UnitRefused;
import org.throughline.factory.Units;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordValues;

/** How items, their groups and units look as records. */
@Configuration(proxyBeanMethods = false)
class ItemRecords {

    private static final String ROOM = "factory";

    @Bean
    RecordType itemType(Units units) {
        var builder = RecordType.of("item", "factory.item")
                .labels("物料", "Item")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .defaultSort("code")
                .check((before, after) -> checkItem(units, after));
        whatItIs(builder);
        howItIsPlanned(builder);
        howItIsHandled(builder);
        return builder.build();
    }

    private static void whatItIs(RecordType.Builder builder) {
        builder.field(Field.text("code")
                        .labels("物料编码", "Item code")
                        .synonyms("编码", "料号", "item number", "part number")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .synonyms("物料名称", "品名")
                        .required()
                        .search()
                        .list())
                .field(Field.text("name_en").labels("英文名称", "English name").search())
                .field(Field.text("specification")
                        .labels("规格型号", "Specification")
                        .synonyms("规格", "型号")
                        .search()
                        .list())
                .field(Field.text("drawing_number")
                        .labels("图号", "Drawing number")
                        .search()
                        .list())
                .field(Field.text("revision").labels("版本", "Revision").list())
                .field(Field.choice("kind", "MAKE", "BUY", "PHANTOM")
                        .labels("来源", "Kind")
                        .choiceLabels("自制", "Made", "外购", "Bought", "虚拟件", "Phantom")
                        .tones("blue", "green", "grey")
                        .required()
                        .list())
                .field(Field.text("unit")
                        .labels("计量单位", "Unit")
                        .synonyms("单位")
                        .help("UN/ECE 单位代码，如 C62 件、KGM 千克", "UN/ECE code, e.g. C62 piece, KGM kilogram")
                        .required()
                        .list())
                .field(Field.reference("group_id", "item-group")
                        .labels("物料分组", "Item group")
                        .list());
    }

    private static void howItIsPlanned(RecordType.Builder builder) {
        builder.field(Field.integer("lead_time_days")
                        .labels("提前期（天）", "Lead time (days)")
                        .help("自制按工作日，外购按日历日", "Working days when made, calendar days when bought")
                        .list())
                .field(Field.quantity("safety_stock")
                        .labels("安全库存", "Safety stock")
                        .unitFrom("unit"))
                .field(
                        Field.choice("lot_rule", "LFL", "FIXED", "PERIOD", "MIN_MULTIPLE")
                                .labels("批量规则", "Lot rule")
                                .choiceLabels(
                                        "按需",
                                        "Lot for lot",
                                        "固定批量",
                                        "Fixed lot",
                                        "按期合并",
                                        "Period",
                                        "最小量与倍量",
                                        "Minimum and multiple")
                                .help(
                                        "固定批量不符合供应商的起订量或倍量时向上取整；按期合并的批量也受最小、倍数和最大批量约束",
                                        "A fixed lot is raised to what the supplier sells; lots for a period keep minimum, multiple and maximum"))
                .field(Field.quantity("lot_minimum")
                        .labels("最小批量", "Minimum lot")
                        .unitFrom("unit"))
                .field(Field.quantity("lot_multiple")
                        .labels("批量倍数", "Lot multiple")
                        .unitFrom("unit"))
                .field(Field.quantity("lot_maximum")
                        .labels("最大批量", "Maximum lot")
                        .unitFrom("unit"))
                .field(Field.choice("lot_reading", "LARGER", "STEPS")
                        .labels("最小量与倍量的算法", "Minimum with multiple")
                        .help(
                                "最小 25、倍数 20：取大者为 25、40、60…；逐倍递增为 25、45、65…。供应商的起订量和倍量同样适用",
                                "Minimum 25, multiple 20: the larger of both is 25, 40, 60 …, steps above the minimum are 25, 45, 65 …; the supplier's terms count too")
                        .choiceLabels("取大者", "Larger of both", "最小量起逐倍递增", "Steps above the minimum"))
                .field(Field.integer("lot_period_days").labels("合并天数", "Period (days)"))
                .field(Field.percent("scrap_rate").labels("损耗率", "Scrap rate"))
                .field(Field.choice("peg", "FREE", "HARD")
                        .labels("供需匹配", "Pegging")
                        .choiceLabels("公用", "Free", "按单专用", "To the order")
                        .tones("grey", "amber"))
                .field(Field.integer("low_level_code")
                        .labels("低层码", "Low-level code")
                        .readOnly());
    }

    private static void howItIsHandled(RecordType.Builder builder) {
        builder.field(Field.choice("tracking", "NONE", "LOT", "SERIAL")
                        .labels("追溯方式", "Tracking")
                        .choiceLabels("不追溯", "None", "按批次", "By lot", "按序列号", "By serial number")
                        .tones("grey", "blue", "blue"))
                .field(Field.flag("inspect_on_receipt").labels("来料检验", "Inspect on receipt"))
                .field(Field.flag("inspect_on_completion").labels("完工检验", "Inspect on completion"))
                .field(Field.price("standard_cost")
                        .labels("标准成本", "Standard cost")
                        .unitFrom("currency")
                        .digits(4))
                .field(Field.price("list_price")
                        .labels("不含税售价", "Net list price")
                        .unitFrom("currency")
                        .digits(4))
                .field(Field.text("currency").labels("币种", "Currency"))
                .field(Field.flag("active").labels("启用", "Active").list())
                .field(Field.file("picture_file_id").labels("图片", "Picture"))
                .field(Field.text("external_id").labels("外部编号", "External id"));
    }

    @Bean
    RecordType itemGroupType() {
        return RecordType.of("item-group", "factory.item_group")
                .labels("物料分组", "Item group")
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
                .field(Field.reference("default_work_centre_id", "work-centre")
                        .labels("默认工作中心", "Default work centre")
                        .help(
                                "没有工艺路线的自制件在此加工；为空时取第一个工作中心",
                                "Where a made item without a routing runs; empty: the first work centre")
                        .list())
                .field(Field.decimal("default_setup_minutes")
                        .labels("默认准备（分钟/批）", "Default set-up (minutes a lot)")
                        .list())
                .field(Field.decimal("default_run_minutes")
                        .labels("默认工时（分钟/单位）", "Default run (minutes a unit)")
                        .list())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .build();
    }

    @Bean
    RecordType itemUnitType(Units units, Items items) {
        return RecordType.of("item-unit", "factory.item_unit")
                .labels("物料换算单位", "Item unit")
                .room(ROOM)
                .title("item_id", "unit")
                .naturalKey("item_id", "unit")
                .defaultSort("item_id", "unit")
                .parent("item_id")
                .check((before, after) -> checkItemUnit(units, items, after))
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list())
                .field(Field.text("unit").labels("单位", "Unit").required().list())
                .field(Field.decimal("numerator")
                        .labels("等于主单位（分子）", "In base units (numerator)")
                        .help(
                                "1 个该单位 = 分子 ÷ 分母 个主单位，按分数精确保存",
                                "1 unit = numerator ÷ denominator base units, kept exactly")
                        .digits(6)
                        .required()
                        .list())
                .field(Field.decimal("denominator")
                        .labels("分母", "Denominator")
                        .digits(6)
                        .required()
                        .list())
                .build();
    }

    @Bean
    RecordType unitType() {
        return RecordType.of("unit", "factory.unit")
                .labels("计量单位", "Unit")
                .room(ROOM)
                .title("code", "name_zh")
                .naturalKey("code")
                .defaultSort("dimension", "code")
                .field(Field.text("code")
                        .labels("代码", "Code")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name_zh")
                        .labels("中文名", "Chinese name")
                        .required()
                        .search()
                        .list())
                .field(Field.text("name_en")
                        .labels("英文名", "English name")
                        .required()
                        .search()
                        .list())
                .field(Field.choice(
                                "dimension",
                                "COUNT",
                                "MASS",
                                "LENGTH",
                                "AREA",
                                "VOLUME",
                                "TIME",
                                "ENERGY",
                                "PACKAGE",
                                "OTHER")
                        .labels("量纲", "Dimension")
                        .choiceLabels(
                                "数量", "Count", "质量", "Mass", "长度", "Length", "面积", "Area", "体积", "Volume", "时间", "Time",
                                "能量", "Energy", "包装", "Package", "其他", "Other")
                        .required()
                        .list())
                .field(Field.decimal("numerator")
                        .labels("换算分子", "Numerator")
                        .digits(6)
                        .required()
                        .list())
                .field(Field.decimal("denominator")
                        .labels("换算分母", "Denominator")
                        .digits(6)
                        .required()
                        .list())
                .build();
    }

    private static void checkItem(Units units, @Nullable RecordValues after) {
        if (after == null) {
            return;
        }
        String unit = after.text("unit");
        if (unit != null) {
            units.get(unit);
        }
        String code = Objects.requireNonNullElse(after.text("code"), "");
        for (var field : new String[] {
            "lead_time_days",
            "safety_stock",
            "lot_minimum",
            "lot_multiple",
            "lot_period_days",
            "scrap_rate",
            "standard_cost",
            "list_price"
        }) {
            BigDecimal value = after.number(field);
            if (value != null && value.signum() < 0) {
                throw ItemRefused.outOfRange(code, field, value.toPlainString());
            }
        }
        BigDecimal scrapRate = after.number("scrap_rate");
        if (scrapRate != null && scrapRate.compareTo(BigDecimal.ONE) >= 0) {
            throw ItemRefused.outOfRange(code, "scrap_rate", scrapRate.toPlainString());
        }
        BigDecimal maximum = after.number("lot_maximum");
        if (maximum != null && maximum.signum() <= 0) {
            throw ItemRefused.outOfRange(code, "lot_maximum", maximum.toPlainString());
        }
    }

    private static void checkItemUnit(Units units, Items items, @Nullable RecordValues after) {
        if (after == null || after.id("item_id") == null || after.text("unit") == null) {
            return;
        }
        String unit = Objects.requireNonNull(after.text("unit"));
        units.get(unit);
        var item = items.get(Objects.requireNonNull(after.id("item_id")));
        if (item.unit().equals(unit)) {
            throw UnitRefused.isBaseUnit(item.code(), unit);
        }
        for (var field : new String[] {"numerator", "denominator"}) {
            BigDecimal value = after.number(field);
            if (value != null && value.signum() <= 0) {
                throw ItemRefused.outOfRange(item.code(), field, value.toPlainString());
            }
        }
    }
}
