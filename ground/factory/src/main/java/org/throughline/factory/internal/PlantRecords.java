package org.throughline.factory.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.factory.CalendarRefused;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordValues;

/** How sites, work centres, machines, tools, calendars and scrap reasons look as records. */
@Configuration(proxyBeanMethods = false)
class PlantRecords {

    private static final String ROOM = "factory";

    @Bean
    RecordType siteType() {
        return RecordType.of("site", "factory.site")
                .labels("工厂", "Site")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(code())
                .field(name())
                .field(Field.text("zone").labels("时区", "Time zone").required().list())
                .build();
    }

    @Bean
    RecordType workCentreType() {
        return RecordType.of("work-centre", "factory.work_centre")
                .labels("工作中心", "Work centre")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .defaultSort("position", "code")
                .field(code())
                .field(name())
                .field(Field.choice("kind", "MACHINE", "LABOUR", "SUBCONTRACT")
                        .labels("类型", "Kind")
                        .choiceLabels("设备", "Machines", "人工", "Labour", "委外", "Subcontract")
                        .tones("blue", "green", "amber")
                        .required()
                        .list())
                .field(Field.reference("site_id", "site").labels("工厂", "Site"))
                .field(Field.reference("calendar_id", "calendar")
                        .labels("工作日历", "Calendar")
                        .help("为空时按标准日历", "Empty: the standard calendar")
                        .list())
                .field(Field.integer("capacity")
                        .labels("并行数", "Capacity")
                        .help("没有设备时可同时加工的任务数", "Jobs at once when it has no machines")
                        .list())
                .field(Field.percent("efficiency").labels("效率", "Efficiency").list())
                .field(Field.price("hourly_cost").labels("小时费率", "Hourly cost"))
                .field(Field.integer("position").labels("排列顺序", "Position"))
                .field(Field.flag("active").labels("启用", "Active").list())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .build();
    }

    @Bean
    RecordType machineType() {
        return RecordType.of("machine", "factory.machine")
                .labels("设备", "Machine")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .parent("work_centre_id")
                .field(code())
                .field(name())
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .required()
                        .list())
                .field(Field.choice("status", "READY", "DOWN", "MAINTENANCE", "NOT_INSTALLED", "RETIRED")
                        .labels("状态", "Status")
                        .choiceLabels(
                                "可用",
                                "Ready",
                                "故障",
                                "Down",
                                "保养中",
                                "In maintenance",
                                "未安装",
                                "Not installed",
                                "已报废",
                                "Retired")
                        .tones("green", "red", "amber", "grey", "grey")
                        .required()
                        .list())
                .field(Field.reference("calendar_id", "calendar")
                        .labels("工作日历", "Calendar")
                        .help("为空时按工作中心的日历", "Empty: the work centre's")
                        .list())
                .field(Field.decimal("speed")
                        .labels("速度系数", "Speed")
                        .help("1 = 标准速度，2 = 两倍", "1 = standard, 2 = twice as fast"))
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .build();
    }

    @Bean
    RecordType toolType() {
        return RecordType.of("tool", "factory.tool")
                .labels("工装", "Tool")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(code())
                .field(name())
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .list())
                .field(Field.integer("count").labels("数量", "Count").list())
                .field(Field.choice("status", "READY", "REPAIR", "RETIRED")
                        .labels("状态", "Status")
                        .choiceLabels("可用", "Ready", "维修中", "In repair", "已报废", "Retired")
                        .tones("green", "amber", "grey")
                        .required()
                        .list())
                .field(Field.longText("note").labels("备注", "Note"))
                .build();
    }

    @Bean
    RecordType calendarType() {
        return RecordType.of("calendar", "factory.calendar")
                .labels("工作日历", "Calendar")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .check((before, after) -> checkCalendar(after))
                .field(code())
                .field(name())
                .field(Field.json("shifts")
                        .labels("班次", "Shifts")
                        .help(
                                "每周重复的班次；结束不晚于开始表示到次日",
                                "The shifts of every week; an end not after the start is on the next day")
                        .required()
                        .list())
                .build();
    }

    @Bean
    RecordType calendarDayType() {
        return RecordType.of("calendar-day", "factory.calendar_day")
                .labels("特殊日期", "Calendar day")
                .room(ROOM)
                .title("day", "note")
                .naturalKey("calendar_id", "day")
                .defaultSort("-day")
                .parent("calendar_id")
                .check((before, after) -> checkDay(after))
                .field(Field.reference("calendar_id", "calendar")
                        .labels("工作日历", "Calendar")
                        .required()
                        .list())
                .field(Field.date("day").labels("日期", "Day").required().list())
                .field(Field.choice("kind", "HOLIDAY", "WORKDAY", "CUSTOM")
                        .labels("类型", "Kind")
                        .choiceLabels("休息", "Holiday", "调休上班", "Working day", "指定班次", "Own shifts")
                        .tones("red", "green", "blue")
                        .required()
                        .list())
                .field(Field.text("note").labels("说明", "Note").search().list())
                .field(Field.json("shifts")
                        .labels("指定班次", "Own shifts")
                        .help("只用于“指定班次”", "Only for the kind 'own shifts'"))
                .build();
    }

    @Bean
    RecordType scrapReasonType() {
        return RecordType.of("scrap-reason", "factory.scrap_reason")
                .labels("报废原因", "Scrap reason")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(code())
                .field(name())
                .field(Field.text("name_en")
                        .labels("英文名称", "English name")
                        .search()
                        .list())
                .field(Field.choice("cause", "PROCESS", "MATERIAL")
                        .labels("责任", "Cause")
                        .choiceLabels("工废", "Process", "料废", "Material")
                        .tones("amber", "blue")
                        .required()
                        .list())
                .field(Field.flag("active").labels("启用", "Active").list())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .build();
    }

    private static Field code() {
        return Field.text("code")
                .labels("编码", "Code")
                .required()
                .unique()
                .search()
                .list();
    }

    private static Field name() {
        return Field.text("name").labels("名称", "Name").required().search().list();
    }

    private static void checkCalendar(@Nullable RecordValues after) {
        String shifts = after == null ? null : after.text("shifts");
        if (after != null && shifts != null) {
            ShiftText.checkNoOverlap(Objects.requireNonNullElse(after.text("code"), ""), ShiftText.read(shifts));
        }
    }

    private static void checkDay(@Nullable RecordValues after) {
        if (after == null) {
            return;
        }
        String shifts = Objects.requireNonNullElse(after.text("shifts"), "[]");
        boolean empty = ShiftText.read(shifts).isEmpty();
        if ("CUSTOM".equals(after.text("kind")) && empty) {
            throw CalendarRefused.unreadableShifts(shifts);
        }
    }
}
