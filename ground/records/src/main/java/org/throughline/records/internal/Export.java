package org.throughline.records.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.records.Field;
import org.throughline.records.FilterRefused;
import org.throughline.records.internal.Rows.Row;

/** What a list shows, as a file: the same filter, order and columns, with words instead of ids and codes. */
@Service
class Export {

    private static final int LABELLED_AT_ONCE = 500;
    private static final int WIDTH = 16;

    private final RecordReader reader;
    private final Clock clock;

    Export(RecordReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The columns named, or those that the list shows by itself. */
    static List<Field> columns(Shape seen, @Nullable String columns) {
        if (columns == null || columns.isBlank()) {
            var listed = seen.type().fields().stream()
                    .filter(field -> field.is(Field.Trait.LIST))
                    .toList();
            return listed.isEmpty() ? seen.type().fields() : listed;
        }
        return Arrays.stream(columns.split(","))
                .map(name -> seen.type()
                        .field(name.strip())
                        .orElseThrow(
                                () -> FilterRefused.unknownField(seen.type().name(), name)))
                .toList();
    }

    @Transactional(readOnly = true)
    void xlsx(Shape seen, ListQuery query, List<Field> fields, OutputStream out) {
        try (var book = new Workbook(out, "Throughline", "1.0")) {
            var sheet = book.newWorksheet(seen.type().labels().in(FieldValues.language()));
            for (int i = 0; i < fields.size(); i++) {
                sheet.value(0, i, FieldValues.label(fields.get(i)));
                sheet.width(i, WIDTH);
            }
            sheet.range(0, 0, 0, Math.max(0, fields.size() - 1))
                    .style()
                    .bold()
                    .fillColor("EFF2F6")
                    .set();
            sheet.freezePane(0, 1);
            var line = new int[] {1};
            inBatches(seen, query, fields, (row, labels) -> {
                for (int i = 0; i < fields.size(); i++) {
                    put(
                            sheet,
                            line[0],
                            i,
                            row.values().get(fields.get(i).name()),
                            labels.get(fields.get(i).name()));
                }
                line[0]++;
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Transactional(readOnly = true)
    void csv(Shape seen, ListQuery query, List<Field> fields, OutputStream out) {
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            writer.write(fields.stream()
                    .map(field -> Csv.cell(FieldValues.label(field), true))
                    .collect(Collectors.joining(",", "", "\r\n")));
            inBatches(seen, query, fields, (row, labels) -> {
                var cells = new ArrayList<String>();
                for (var field : fields) {
                    var word = labels.get(field.name());
                    var value = row.values().get(field.name());
                    var text = word != null ? word : value == null ? "" : shown(value);
                    cells.add(Csv.cell(text, Catalogue.isText(field.kind())));
                }
                try {
                    writer.write(String.join(",", cells) + "\r\n");
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface RowSink {
        void row(Row row, Map<String, String> labels);
    }

    private void inBatches(Shape seen, ListQuery query, List<Field> fields, RowSink sink) {
        var batch = new ArrayList<Row>();
        reader.each(seen, query, fields, row -> {
            batch.add(row);
            if (batch.size() == LABELLED_AT_ONCE) {
                flush(seen, batch, sink);
            }
        });
        flush(seen, batch, sink);
    }

    private void flush(Shape seen, List<Row> batch, RowSink sink) {
        Map<UUID, Map<String, String>> labels = reader.labels(seen, batch);
        batch.forEach(row -> sink.row(row, labels.getOrDefault(row.id(), Map.of())));
        batch.clear();
    }

    private void put(Worksheet sheet, int row, int column, @Nullable Object value, @Nullable String label) {
        if (label != null) {
            sheet.value(row, column, label);
            return;
        }
        switch (value) {
            case null -> sheet.value(row, column, "");
            case BigDecimal number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(row, column, instant.atZone(clock.getZone()).toLocalDateTime());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Object other -> sheet.value(row, column, shown(other));
        }
    }

    private String shown(Object value) {
        return switch (value) {
            case Boolean flag when "en".equals(FieldValues.language()) -> flag ? "yes" : "no";
            case Boolean flag -> flag ? "是" : "否";
            case Instant instant ->
                instant.atZone(clock.getZone()).toLocalDateTime().toString().replace('T', ' ');
            case Object other -> Rows.shown(other);
        };
    }
}
