package org.throughline.order.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.order.OrderRefused;
import org.throughline.records.Field;
import org.throughline.records.TableFile;

/**
 * A file of orders that has the columns it needs.
 *
 * @param mapping the file's headers and what they mean
 */
public record OrderFile(List<OrderRow> rows, Map<String, String> mapping) {

    /**
     * @throws OrderRefused if a needed column is missing
     * @throws org.throughline.records.ImportRefused if it is no table at all
     */
    public static OrderFile read(String name, byte[] content) {
        var columns = OrderColumns.type();
        var table = TableFile.read(columns, name, content);
        var missing = columns.fields().stream()
                .filter(field -> OrderColumns.NEEDED.contains(field.name()))
                .filter(field -> !table.mapping().containsValue(field.name()))
                .map(Field::labels)
                .map(labels -> labels.zh() + " / " + labels.en())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw OrderRefused.missingColumn(missing);
        }
        var headers = new HashMap<String, String>();
        table.mapping().forEach((header, field) -> headers.put(field, header));
        var rows = table.rows().stream()
                .map(row -> new OrderRow(row.number(), row.values(), headers))
                .toList();
        return new OrderFile(rows, table.mapping());
    }
}
