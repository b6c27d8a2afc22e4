package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.records.internal.SheetFile.Line;

/** Comma, semicolon or tab separated text with quoted cells (RFC 4180). */
final class Csv {

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<@Nullable Object> cells = new ArrayList<>();

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<Line> parse(String text) {
        var csv = new Csv(text);
        csv.run();
        return csv.lines;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        long commas = first.chars().filter(c -> c == ',').count();
        long semicolons = first.chars().filter(c -> c == ';').count();
        long tabs = first.chars().filter(c -> c == '\t').count();
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private void run() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endLine();
        }
    }

    private void endCell() {
        var value = cell.toString().strip();
        cells.add(value.isEmpty() ? null : value);
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new Line(lines.size() + 1, cells));
        cells = new ArrayList<>();
    }

    /** One cell as CSV; text that a spreadsheet would take for a formula gets an apostrophe. */
    static String cell(String value, boolean isText) {
        boolean formula = isText && !value.isEmpty() && "=@+-\t".indexOf(value.charAt(0)) >= 0;
        var safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\\n\\r;\\t].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
