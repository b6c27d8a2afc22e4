package org.throughline.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.records.internal.Headers;
import org.throughline.records.internal.SheetFile;

/**
 * The rows of an Excel or CSV file that a room turns into something of its own. Headers may stand in any order, in
 * Chinese or English, below a title or over merged cells; CSV may be UTF-8 or GBK.
 *
 * @param mapping the file's headers and the fields they mean; a header that means nothing maps to an empty text
 */
public record TableFile(List<Row> rows, Map<String, String> mapping) {

    public TableFile {
        rows = List.copyOf(rows);
    }

    /**
     * One row with something in it.
     *
     * @param number as the file counts it, from 1
     * @param values by field name: text, BigDecimal, Boolean or LocalDateTime; empty cells are missing
     */
    public record Row(int number, Map<String, Object> values) {}

    /**
     * Reads a file.
     *
     * @param columns the fields that headers may mean, with their labels and synonyms; need not be in the catalogue
     * @throws ImportRefused if it is neither xlsx nor CSV, too long, or no row looks like headers
     */
    public static TableFile read(RecordType columns, String name, byte[] content) {
        var lines = SheetFile.read(name, content);
        var headers = Headers.find(columns, lines);
        if (headers.columns().stream().allMatch(header -> header.field() == null)) {
            var expected =
                    columns.fields().stream().map(field -> field.labels().zh()).toList();
            throw ImportRefused.withoutHeaders(name, String.join(", ", expected));
        }
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(Math.min(headers.firstDataLine(), lines.size()), lines.size())) {
            var values = new HashMap<String, Object>();
            for (var header : headers.columns()) {
                var field = header.field();
                var cell = line.cell(header.index());
                if (field != null && cell != null) {
                    values.put(field.name(), cell);
                }
            }
            if (!values.isEmpty()) {
                rows.add(new Row(line.number(), values));
            }
        }
        return new TableFile(rows, headers.mapping());
    }
}
