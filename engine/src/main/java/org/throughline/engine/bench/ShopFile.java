package org.throughline.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.schedule.shop.Shop;

/**
 * Reads job shops and flexible job shops. First line: jobs machines. Then one line a job: either machine and time of each
 * operation (machines from 0), or the number of operations and for each the number of alternatives with machine (from 1)
 * and time.
 */
final class ShopFile {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Path file;
    private final List<int[]> lines = new ArrayList<>();
    private final List<Integer> lineNumbers = new ArrayList<>();
    private int machines;

    private ShopFile(Path file) {
        this.file = file;
    }

    /** @throws EngineRefusal {@code bench.malformed} with file, line and reason */
    static Shop read(Path file) {
        try {
            return new ShopFile(file).parse(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Shop parse(List<String> text) {
        int header = 0;
        while (header < text.size() && text.get(header).isBlank()) {
            header++;
        }
        if (header == text.size()) {
            throw Csv.malformed(file, 1, "the file is empty");
        }
        var sizes = BLANKS.split(text.get(header).strip(), -1);
        if (sizes.length < 2) {
            throw Csv.malformed(file, header + 1, "the numbers of jobs and machines are missing");
        }
        int jobs = integer(sizes[0], header + 1);
        machines = integer(sizes[1], header + 1);
        for (int k = header + 1; k < text.size() && lines.size() < jobs; k++) {
            if (!text.get(k).isBlank()) {
                var words = BLANKS.split(text.get(k).strip(), -1);
                int[] numbers = new int[words.length];
                for (int w = 0; w < words.length; w++) {
                    numbers[w] = integer(words[w], k + 1);
                }
                lines.add(numbers);
                lineNumbers.add(k + 1);
            }
        }
        if (lines.size() < jobs) {
            throw Csv.malformed(file, text.size(), "%d jobs are announced, %d are there".formatted(jobs, lines.size()));
        }
        var flexible = flexible();
        return flexible != null ? flexible : plain();
    }

    /** Null if some line is not in the flexible layout. */
    private @Nullable Shop flexible() {
        var rows = new Rows();
        for (int[] line : lines) {
            int at = 1;
            for (int operation = 0; operation < line[0]; operation++) {
                if (at >= line.length || line[at] < 1 || at + 2L * line[at] >= line.length) {
                    return null;
                }
                int alternatives = line[at++];
                for (int a = 0; a < alternatives; a++, at += 2) {
                    if (line[at] < 1 || line[at] > machines || line[at + 1] < 0) {
                        return null;
                    }
                    rows.alternative(line[at] - 1, line[at + 1]);
                }
                rows.endOperation();
            }
            if (at != line.length) {
                return null;
            }
            rows.endJob();
        }
        return rows.shop(machines);
    }

    private Shop plain() {
        var rows = new Rows();
        for (int j = 0; j < lines.size(); j++) {
            int[] line = lines.get(j);
            if (line.length % 2 != 0) {
                throw Csv.malformed(file, lineNumbers.get(j), "it is in neither of the two layouts");
            }
            for (int at = 0; at < line.length; at += 2) {
                if (line[at] < 0 || line[at] >= machines || line[at + 1] < 0) {
                    throw Csv.malformed(
                            file,
                            lineNumbers.get(j),
                            "machine (%d) must be below %d and time (%d) not negative"
                                    .formatted(line[at], machines, line[at + 1]));
                }
                rows.alternative(line[at], line[at + 1]);
                rows.endOperation();
            }
            rows.endJob();
        }
        return rows.shop(machines);
    }

    private int integer(String word, int line) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException wrong) {
            var refusal = Csv.malformed(file, line, "(%s) is no whole number".formatted(word));
            refusal.initCause(wrong);
            throw refusal;
        }
    }

    /** Collects operations and alternatives. */
    private static final class Rows {
        private final List<Integer> jobFrom = new ArrayList<>(List.of(0));
        private final List<Integer> alternativeFrom = new ArrayList<>(List.of(0));
        private final List<Integer> machine = new ArrayList<>();
        private final List<Integer> time = new ArrayList<>();

        private void alternative(int onMachine, int duration) {
            machine.add(onMachine);
            time.add(duration);
        }

        private void endOperation() {
            alternativeFrom.add(machine.size());
        }

        private void endJob() {
            jobFrom.add(alternativeFrom.size() - 1);
        }

        private Shop shop(int machines) {
            return new Shop(machines, array(jobFrom), array(alternativeFrom), array(machine), array(time));
        }

        private static int[] array(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
