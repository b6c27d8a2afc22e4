package org.throughline.records.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.throughline.records.internal.SheetFile.Line;

/** The rejected rows of an import as they were, with the reason behind each; corrected, it can be imported itself. */
final class ErrorFile {

    private static final int WIDTH = 18;
    private static final int REASON_WIDTH = 70;

    private ErrorFile() {}

    static byte[] write(Headers headers, Map<Line, String> reasons) {
        boolean english = "en".equals(FieldValues.language());
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Throughline", "1.0")) {
            var sheet = book.newWorksheet(english ? "Rejected rows" : "未导入的行");
            int reasonColumn = headers.columns().size();
            for (var column : headers.columns()) {
                sheet.value(0, column.index(), column.text());
                sheet.width(column.index(), WIDTH);
            }
            sheet.value(0, reasonColumn, english ? "Why it was rejected" : "未导入原因");
            sheet.width(reasonColumn, REASON_WIDTH);
            sheet.range(0, 0, 0, reasonColumn)
                    .style()
                    .bold()
                    .fillColor("EFF2F6")
                    .set();
            sheet.freezePane(0, 1);
            int row = 1;
            for (var rejected : reasons.entrySet()) {
                for (var column : headers.columns()) {
                    put(sheet, row, column.index(), rejected.getKey().cell(column.index()));
                }
                sheet.value(row, reasonColumn, rejected.getValue());
                sheet.style(row, reasonColumn)
                        .fontColor("B4232F")
                        .wrapText(true)
                        .set();
                row++;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> sheet.value(row, column, "");
            case BigDecimal number -> sheet.value(row, column, number);
            case Boolean flag -> sheet.value(row, column, flag);
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Object other -> sheet.value(row, column, other.toString());
        }
    }
}
