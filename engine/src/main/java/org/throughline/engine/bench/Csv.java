package org.throughline.engine.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Reads a comma separated file without quotes, field by field, and says where it is malformed. */
final class Csv {

    private final Path file;
    private final byte[] bytes;
    private int at;
    private int line = 1;

    private Csv(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Opens the file behind its header line.
     *
     * @throws EngineRefusal {@code bench.malformed} if the header is another one, or {@code bench.unreadable}
     */
    static Csv open(Path file, String header) {
        var csv = new Csv(file, BenchFiles.bytes(file));
        var found = csv.restOfLine();
        if (!found.equals(header)) {
            throw csv.malformed("the header is (%s) instead of (%s)".formatted(found, header));
        }
        return csv;
    }

    /**
     * Whether there is another row; goes to its begin.
     *
     * @throws EngineRefusal {@code bench.malformed} if the row before has more fields than were read
     */
    boolean hasNext() {
        if (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            throw malformed("the row has more columns than the header");
        }
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
        return at < bytes.length;
    }

    String text() {
        int end = endOfField();
        var text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        skipTo(end);
        return text;
    }

    /** A whole number, possibly negative. */
    long number() {
        int end = endOfField();
        boolean negative = at < end && bytes[at] == '-';
        long value = 0;
        int digits = negative ? at + 1 : at;
        if (digits == end || end - digits > 18) {
            throw malformed("a whole number is missing");
        }
        for (int i = digits; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw malformed(
                        "(%s) is no whole number".formatted(new String(bytes, at, end - at, StandardCharsets.UTF_8)));
            }
            value = value * 10 + bytes[i] - '0';
        }
        skipTo(end);
        return negative ? -value : value;
    }

    int integer() {
        return integer(Integer.MIN_VALUE);
    }

    /** A whole number that is at least {@code least}. */
    int integer(int least) {
        long value = number();
        if (value < least || value > Integer.MAX_VALUE) {
            throw malformed("(%d) is not from %d to %d".formatted(value, least, Integer.MAX_VALUE));
        }
        return (int) value;
    }

    /** A text that is not empty. */
    String name() {
        var text = text();
        if (text.isEmpty()) {
            throw malformed("a name is missing");
        }
        return text;
    }

    int line() {
        return line;
    }

    EngineRefusal malformed(String reason) {
        return malformed(file, line, reason);
    }

    static EngineRefusal malformed(Path file, int line, String reason) {
        return new EngineRefusal(
                "bench.malformed",
                "%s, line %d: %s.".formatted(file, line, reason),
                Map.of("file", file.toString(), "line", Integer.toString(line), "reason", reason));
    }

    private String restOfLine() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        var text = new String(bytes, at, end - at, StandardCharsets.UTF_8).strip();
        at = end;
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private int endOfField() {
        int end = at;
        while (end < bytes.length && bytes[end] != ',' && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private void skipTo(int end) {
        at = end < bytes.length && bytes[end] == ',' ? end + 1 : end;
    }
}
