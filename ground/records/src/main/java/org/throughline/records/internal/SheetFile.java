package org.throughline.records.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.throughline.records.ImportRefused;

/** Reads the cells of an xlsx or CSV file; CSV in UTF-8, with or without mark, or in GBK. */
public final class SheetFile {

    public static final int MOST_ROWS = 100_000;

    /** Excel computes with 15 digits; what follows is the noise of binary fractions. */
    private static final MathContext EXCEL = new MathContext(15);

    private static final Charset CHINESE = Charset.forName("GB18030");

    private SheetFile() {}

    /**
     * One row of the file.
     *
     * @param number as the file counts it, from 1
     * @param cells  text, BigDecimal, Boolean, LocalDateTime or null
     */
    public record Line(int number, List<@Nullable Object> cells) {

        public boolean isBlank() {
            return cells.stream()
                    .allMatch(cell -> cell == null || cell.toString().isBlank());
        }

        public @Nullable Object cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    /** @throws ImportRefused if the file is neither xlsx nor text, or too long */
    public static List<Line> read(String name, byte[] content) {
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        boolean oldExcel = content.length > 3 && (content[0] & 0xFF) == 0xD0 && (content[1] & 0xFF) == 0xCF;
        if (oldExcel || name.toLowerCase(Locale.ROOT).endsWith(".xls")) {
            throw ImportRefused.unreadable(name, ".xls");
        }
        var lines = zip ? workbook(name, content) : text(content);
        if (lines.size() > MOST_ROWS) {
            throw ImportRefused.tooManyRows(name, MOST_ROWS);
        }
        return lines;
    }

    /** The first sheet that has something in it. */
    private static List<Line> workbook(String name, byte[] content) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            for (var sheet : book.getSheets().toList()) {
                var lines = new ArrayList<Line>();
                try (var rows = sheet.openStream()) {
                    rows.limit(MOST_ROWS + 1L).forEach(row -> lines.add(line(row)));
                }
                lines.removeIf(Line::isBlank);
                if (!lines.isEmpty()) {
                    return lines;
                }
            }
            return List.of();
        } catch (IOException | ExcelReaderException unreadable) {
            throw ImportRefused.unreadable(name, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Line line(Row row) {
        var cells = new ArrayList<@Nullable Object>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(SheetFile::value).orElse(null));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static @Nullable Object value(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return null;
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean();
        }
        var raw = cell.getRawValue();
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            if (raw == null || raw.isBlank()) {
                return null;
            }
            try {
                var number = new BigDecimal(raw).round(EXCEL);
                return isDate(cell.getDataFormatString()) ? cell.asDate() : number;
            } catch (NumberFormatException formulaOfText) {
                return raw;
            }
        }
        var text = cell.getText();
        return text == null || text.isBlank() ? null : text;
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return plain.contains("y") || plain.contains("d") || plain.contains("年");
    }

    private static List<Line> text(byte[] content) {
        var text = decoded(content);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        var lines = Csv.parse(text);
        lines.removeIf(Line::isBlank);
        return lines;
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(content, CHINESE);
        }
    }
}
