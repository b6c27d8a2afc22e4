package org.throughline.exchange.internal.adventureworks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Tally;
import org.throughline.web.Sentences;

/** Reads the files of AdventureWorks: no header, UTF-8 or UTF-16. */
@Component
class SourceReader {

    private final Sentences sentences;

    SourceReader(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Rows of one table, and the tally in which the unreadable ones are already rejected. */
    record Opened(List<SourceRow> rows, Tally tally) {}

    /** The table, if its file is among these. */
    Optional<Opened> open(SourceFiles files, SourceTable table) {
        return files.find(table.file()).map(content -> {
            var tally = new Tally(table.file(), table.file(), sentences);
            return new Opened(read(content, table, tally), tally);
        });
    }

    /** The rows of a table that another one refers to; none when its file is missing. */
    List<SourceRow> rows(SourceFiles files, SourceTable table) {
        return open(files, table).map(Opened::rows).orElse(List.of());
    }

    Tally tally(String file) {
        return new Tally(file, file, sentences);
    }

    /** How many rows a file has that is not imported. */
    static int count(byte[] content) {
        String text = decode(content);
        String separator = text.contains("&|\n") ? "&|\n" : "\n";
        return split(text, separator).size();
    }

    private static List<SourceRow> read(byte[] content, SourceTable table, Tally tally) {
        var rows = new ArrayList<SourceRow>();
        int number = 0;
        for (String line : split(decode(content), table.rowSeparator())) {
            number++;
            var values = List.of(line.split(Pattern.quote(table.fieldSeparator()), -1));
            if (values.size() < table.columns().size()) {
                tally.reject(number, RowRefused.tooFewColumns(table.columns().size(), values.size()));
            } else {
                rows.add(new SourceRow(number, table, values));
            }
        }
        return rows;
    }

    private static List<String> split(String text, String separator) {
        var lines = new ArrayList<>(List.of(text.split(Pattern.quote(separator), -1)));
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }

    private static String decode(byte[] content) {
        Charset charset = StandardCharsets.UTF_8;
        if (content.length > 1 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        } else if (content.length > 1 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        }
        String text = new String(content, charset).replace("\r\n", "\n");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
