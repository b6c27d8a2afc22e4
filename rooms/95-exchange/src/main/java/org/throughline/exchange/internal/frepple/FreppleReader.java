package org.throughline.exchange.internal.frepple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.SourceRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads fixtures (JSON) and workbooks (XLSX) of frePPLe into rows by model. */
final class FreppleReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FreppleReader() {}

    /** Rows by model or sheet name as it stands in the files. */
    static Map<String, List<FreppleRow>> read(SourceFiles files) {
        var rows = new LinkedHashMap<String, List<FreppleRow>>();
        files.all().forEach((file, content) -> {
            String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (ending.equals("json")) {
                fixture(file, content, rows);
            } else if (ending.equals("xlsx")) {
                workbook(file, content, rows);
            }
        });
        return rows;
    }

    private static void fixture(String file, byte[] content, Map<String, List<FreppleRow>> rows) {
        try {
            int number = 0;
            for (JsonNode node : JSON.readTree(content)) {
                number++;
                var values = new HashMap<String, String>();
                if (node.has("pk")) {
                    values.put("name", node.path("pk").asString());
                }
                node.path("fields").properties().forEach(field -> {
                    if (!field.getValue().isNull() && !field.getValue().isContainer()) {
                        values.put(column(field.getKey()), field.getValue().asString());
                    }
                });
                rows.computeIfAbsent(node.path("model").asString(), unseen -> new ArrayList<>())
                        .add(new FreppleRow(file, number, values));
            }
        } catch (JacksonException unreadable) {
            throw SourceRefused.notReadable(file);
        }
    }

    private static void workbook(String file, byte[] content, Map<String, List<FreppleRow>> rows) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                var found = rows.computeIfAbsent(sheet.getName(), unseen -> new ArrayList<>());
                var lines = sheet.read();
                if (!lines.isEmpty()) {
                    sheet(file, lines, found);
                }
            }
        } catch (IOException | ExcelReaderException unreadable) {
            throw SourceRefused.notReadable(file);
        }
    }

    private static void sheet(String file, List<Row> lines, List<FreppleRow> found) {
        var columns = new HashMap<Integer, String>();
        for (Cell cell : lines.getFirst()) {
            if (cell != null) {
                columns.put(cell.getColumnIndex(), column(text(cell)));
            }
        }
        for (Row line : lines.subList(1, lines.size())) {
            var values = new HashMap<String, String>();
            for (Cell cell : line) {
                String column = cell == null ? null : columns.get(cell.getColumnIndex());
                if (cell != null && column != null && !text(cell).isBlank()) {
                    values.put(column, text(cell));
                }
            }
            if (!values.isEmpty()) {
                found.add(new FreppleRow(file, line.getRowNum(), values));
            }
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.STRING) {
            return cell.asString();
        }
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    /** {@code item_id}, {@code Item} and {@code item} are the same column. */
    private static String column(String name) {
        String plain = Model.plain(name.endsWith("_id") ? name.substring(0, name.length() - 3) : name);
        return switch (plain) {
            case "durationperunit" -> "durationper";
            case "deliveryoperation" -> "operation";
            case "efficiencypct" -> "efficiency";
            default -> plain;
        };
    }
}
