package org.throughline.records.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.throughline.records.Choice;
import org.throughline.records.Field;
import org.throughline.records.RecordType;

/** The file to fill in for an import: headers, an example row, dropdowns for choices, and a sheet of explanations. */
@Component
class Template {

    static final String SAMPLE_ZH = "示例";
    static final String SAMPLE_EN = "Example";

    private static final int FILLED_ROWS = 5000;
    private static final int WIDTH = 16;
    private static final int LIST_ROWS = 200;

    private final Access access;
    private final RecordReader reader;
    private final Catalogue catalogue;

    Template(Access access, RecordReader reader, Catalogue catalogue) {
        this.access = access;
        this.reader = reader;
        this.catalogue = catalogue;
    }

    byte[] write(Shape seen) {
        var type = seen.type();
        var writable = access.writable(type);
        var fields = type.fields().stream()
                .filter(field ->
                        writable.contains(field.name()) || type.naturalKey().contains(field.name()))
                .toList();
        boolean english = "en".equals(FieldValues.language());
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Throughline", "1.0")) {
            var sheet = book.newWorksheet(
                    FieldValues.language().equals("en")
                            ? type.labels().en()
                            : type.labels().zh());
            var lists = book.newWorksheet(english ? "Choices" : "可选值");
            for (int i = 0; i < fields.size(); i++) {
                column(sheet, lists, type, fields.get(i), i, english);
            }
            sheet.range(0, 0, 0, fields.size() - 1)
                    .style()
                    .bold()
                    .fillColor("EFF2F6")
                    .set();
            sheet.range(1, 0, 1, fields.size() - 1)
                    .style()
                    .italic()
                    .fontColor("98A2B3")
                    .set();
            sheet.freezePane(0, 1);
            explain(book.newWorksheet(english ? "How to fill in" : "填写说明"), fields, english);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private void column(Worksheet sheet, Worksheet lists, RecordType type, Field field, int column, boolean english) {
        var required = field.is(Field.Trait.REQUIRED) ? " *" : "";
        sheet.value(0, column, FieldValues.label(field) + required);
        sheet.width(column, WIDTH);
        var sample = sample(type, field, english);
        sheet.value(1, column, column == 0 ? (english ? SAMPLE_EN : SAMPLE_ZH) + " " + sample : sample);
        var options = options(field);
        if (!options.isEmpty()) {
            lists.value(0, column, FieldValues.label(field));
            for (int i = 0; i < options.size(); i++) {
                lists.value(i + 1, column, options.get(i));
            }
            sheet.range(1, column, FILLED_ROWS, column)
                    .validateWithList(lists.range(1, column, options.size(), column))
                    .allowBlank(true);
        }
    }

    /** Words of a choice, or the first records of a short reference list. */
    private List<String> options(Field field) {
        return switch (field.kind()) {
            case CHOICE -> field.choices().stream().map(Template::word).toList();
            case FLAG -> "en".equals(FieldValues.language()) ? List.of("yes", "no") : List.of("是", "否");
            case REFERENCE -> {
                var target = field.referenceType();
                if (target == null || !catalogue.knows(target) || !access.reads(target)) {
                    yield List.of();
                }
                var other = access.seen(target);
                var found = reader.list(other, ListQuery.of(null, null, null, 0, LIST_ROWS));
                var name = other.type().title().getFirst();
                yield found.total() > LIST_ROWS
                        ? List.of()
                        : found.rows().stream()
                                .map(row -> row.values().get(name))
                                .filter(value -> value instanceof String)
                                .map(String::valueOf)
                                .toList();
            }
            case TEXT, LONG_TEXT, INTEGER, DECIMAL, QUANTITY, MONEY, PRICE, PERCENT, DATE, INSTANT, USER, FILE, JSON ->
                List.of();
        };
    }

    private static String word(Choice choice) {
        return choice.labels().in(FieldValues.language());
    }

    private static String sample(RecordType type, Field field, boolean english) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> type.naturalKey().contains(field.name()) ? "A-001" : FieldValues.label(field);
            case INTEGER -> "10";
            case DECIMAL, QUANTITY -> "12.5";
            case MONEY, PRICE -> "100.00";
            case PERCENT -> "5%";
            case DATE -> "2026-12-31";
            case INSTANT -> "2026-12-31 08:30";
            case FLAG -> english ? "yes" : "是";
            case CHOICE -> field.choices().isEmpty() ? "" : word(field.choices().getFirst());
            case REFERENCE -> english ? "code or name" : "编码或名称";
            case USER -> english ? "account" : "账号";
            case FILE, JSON -> "";
        };
    }

    private static void explain(Worksheet sheet, List<Field> fields, boolean english) {
        var headers = english
                ? List.of("Column", "Field", "Kind", "Required", "Note")
                : List.of("列名", "字段名", "类型", "必填", "说明");
        for (int i = 0; i < headers.size(); i++) {
            sheet.value(0, i, headers.get(i));
            sheet.width(i, WIDTH);
        }
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var help = field.help();
            sheet.value(i + 1, 0, FieldValues.label(field));
            sheet.value(i + 1, 1, field.name());
            sheet.value(i + 1, 2, field.kind().code());
            sheet.value(i + 1, 3, field.is(Field.Trait.REQUIRED) ? (english ? "yes" : "是") : "");
            sheet.value(i + 1, 4, help == null ? "" : help.in(FieldValues.language()));
        }
        sheet.value(
                fields.size() + 2,
                0,
                english
                        ? "Columns may stand in any order. The example row is skipped. Empty cells leave a record as it is."
                        : "列的顺序可以任意；示例行会被跳过；空单元格不改变已有的值。");
    }
}
