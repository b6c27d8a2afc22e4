package org.throughline.engine.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.shop.Shop;

/**
 * Reads job shops and flexible job shops in the layouts in which they are published; see {@code engine/docs/bench.md}. The first
 * line with numbers holds jobs and machines. Titles without numbers before it, comments, empty lines and any blanks are
 * passed over.
 */
final class ShopFile {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern COMMENT = Pattern.compile("(#|//|^\\s*[;%*+]).*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?");
    private static final Pattern TIMES = Pattern.compile("(?i)times\\s*:?");
    private static final Pattern MACHINES = Pattern.compile("(?i)machines\\s*:?");
    private static final int MOST_JOBS = 1_000_000;
    private static final int MOST_MACHINES = 100_000;

    private final Path file;
    private final List<ShopLine> body = new ArrayList<>();
    /** Where in the body the words Times and Machines stand; −1 if they do not. */
    private int timesAt = -1;

    private int machinesAt = -1;
    private boolean isCutInALine;

    private ShopFile(Path file) {
        this.file = file;
    }

    /** @throws EngineRefusal {@code bench.malformed} with file, line and reason, or {@code bench.unreadable} */
    static Shop read(Path file) {
        var text = new String(BenchFiles.bytes(file), StandardCharsets.ISO_8859_1).replace("\u00EF\u00BB\u00BF", "");
        return new ShopFile(file).parse(text);
    }

    private Shop parse(String text) {
        isCutInALine = !text.endsWith("\n") && !text.endsWith("\r");
        var lines =
                text.lines().map(line -> COMMENT.matcher(line).replaceFirst("")).toList();
        int header = header(lines);
        var sizes = BLANKS.split(lines.get(header).strip(), -1);
        if (sizes.length < 2) {
            throw Csv.malformed(file, header + 1, "the numbers of jobs and machines are missing");
        }
        for (var word : sizes) {
            if (!isNumber(word)) {
                throw Csv.malformed(file, header + 1, "(%s) is no number".formatted(word));
            }
        }
        int jobs = atLeastOne(sizes[0], "jobs", MOST_JOBS, header + 1);
        int machines = atLeastOne(sizes[1], "machines", MOST_MACHINES, header + 1);
        for (int k = header + 1; k < lines.size(); k++) {
            if (!lines.get(k).isBlank()) {
                add(lines.get(k).strip(), k + 1);
            }
        }
        var layouts = new ShopLayouts(file, machines);
        if (timesAt >= 0 || isTwoTables(jobs, machines)) {
            return layouts.tables(times(jobs, lines.size()), machineTable(jobs, lines.size()));
        }
        requireLines(jobs, jobs, lines.size());
        boolean isFjs =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".fjs");
        return layouts.rows(body, isFjs, sizes.length == 3, isCutInALine);
    }

    /** The first line that holds a number; what stands before it is a title. */
    private int header(List<String> lines) {
        for (int k = 0; k < lines.size(); k++) {
            for (var word : BLANKS.split(lines.get(k).strip(), -1)) {
                if (isNumber(word)) {
                    return k;
                }
            }
        }
        throw Csv.malformed(
                file, 1, lines.stream().allMatch(String::isBlank) ? "the file is empty" : "no line holds numbers");
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    private int atLeastOne(String word, String what, int most, int line) {
        int value = integer(word, line);
        if (value < 1 || value > most) {
            throw Csv.malformed(file, line, "the number of %s (%d) is not from 1 to %d".formatted(what, value, most));
        }
        return value;
    }

    private void add(String text, int number) {
        if (TIMES.matcher(text).matches()) {
            timesAt = body.size();
        } else if (MACHINES.matcher(text).matches()) {
            machinesAt = body.size();
        } else {
            var words = BLANKS.split(text, -1);
            int[] numbers = new int[words.length];
            for (int w = 0; w < words.length; w++) {
                numbers[w] = integer(words[w], number);
            }
            body.add(new ShopLine(number, numbers));
        }
    }

    private boolean isTwoTables(int jobs, int machines) {
        return body.size() == 2 * jobs && body.stream().allMatch(line -> line.numbers().length == machines);
    }

    private List<ShopLine> times(int jobs, int lastLine) {
        return table(Math.max(0, timesAt), jobs, lastLine);
    }

    private List<ShopLine> machineTable(int jobs, int lastLine) {
        return table(machinesAt < 0 ? jobs : machinesAt, jobs, lastLine);
    }

    private List<ShopLine> table(int from, int jobs, int lastLine) {
        requireLines(2 * jobs, jobs, lastLine);
        if (from != 0 && from != jobs) {
            throw Csv.malformed(
                    file, lastLine, "a table of times and one of machines have %d lines each".formatted(jobs));
        }
        return body.subList(from, from + jobs);
    }

    private void requireLines(int wanted, int jobs, int lastLine) {
        if (body.size() < wanted) {
            throw Csv.malformed(
                    file,
                    lastLine,
                    "%d jobs are announced; %d of %d lines are there".formatted(jobs, body.size(), wanted));
        }
        if (body.size() > wanted) {
            throw Csv.malformed(file, body.get(wanted).number(), "%d jobs are announced, this is more".formatted(jobs));
        }
    }

    private int integer(String word, int line) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException wrong) {
            throw Csv.malformed(file, line, "(%s) is no whole number".formatted(word))
                    .because(wrong);
        }
    }
}
