package org.throughline.engine.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.throughline.engine.schedule.shop.SetupShop;
import org.throughline.engine.schedule.shop.Shop;

/** Reads {@code factory_N.txt}; layout in FORMAT.md beside the data. */
final class FactoryFile {

    private final Path file;
    private final byte[] bytes;
    private int at;
    private int line = 1;

    private FactoryFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * @throws org.throughline.engine.EngineRefusal {@code bench.malformed} with file, line and reason, or
     *     {@code bench.unreadable}
     */
    static SetupShop read(Path file) {
        return new FactoryFile(file, BenchFiles.bytes(file)).parse();
    }

    private SetupShop parse() {
        int orders = count(10_000_000, "orders");
        int machines = count(1_000_000, "machines");
        int centres = number(1, machines, "centres");
        int[] centre = new int[machines];
        Arrays.setAll(centre, m -> number(0, centres - 1, "the centre of a machine"));
        int[] families = new int[centres];
        int[][] setup = new int[centres][];
        for (int c = 0; c < centres; c++) {
            families[c] = count(10_000, "families");
            requireWords((families[c] + 1L) * families[c], "setup times");
            setup[c] = new int[(families[c] + 1) * families[c]];
            for (int k = 0; k < setup[c].length; k++) {
                setup[c][k] = number(0, 1_000_000, "a setup time");
            }
        }
        return orders(orders, machines, centre, families, setup);
    }

    private SetupShop orders(int orders, int machines, int[] centre, int[] families, int[][] setup) {
        int[] release = new int[orders];
        int[] due = new int[orders];
        int[] weight = new int[orders];
        int[] jobFrom = new int[orders + 1];
        var family = new IntList();
        var alternativeFrom = new IntList();
        var machine = new IntList();
        var time = new IntList();
        alternativeFrom.add(0);
        long total = 0;
        for (int j = 0; j < orders; j++) {
            release[j] = number(0, Integer.MAX_VALUE, "a release");
            due[j] = number(Integer.MIN_VALUE, Integer.MAX_VALUE, "a due date");
            weight[j] = number(0, 1_000_000, "a weight");
            int operations = number(1, 100_000, "the number of operations");
            for (int k = 0; k < operations; k++) {
                int own = number(0, Integer.MAX_VALUE, "a family");
                int alternatives = number(1, machines, "the number of alternatives");
                int longest = 0;
                for (int a = 0; a < alternatives; a++) {
                    int m = number(0, machines - 1, "a machine");
                    if (own >= families[centre[m]]) {
                        throw Csv.malformed(file, line, "family (%d) does not exist there".formatted(own));
                    }
                    machine.add(m);
                    int duration = number(0, 10_000_000, "a duration");
                    time.add(duration);
                    longest = Math.max(longest, duration);
                }
                total += longest;
                family.add(own);
                alternativeFrom.add(machine.size());
            }
            jobFrom[j + 1] = family.size();
        }
        requireEnd(orders, total);
        var shop = new Shop(machines, jobFrom, alternativeFrom.array(), machine.array(), time.array());
        return new SetupShop(shop, centre, families, setup, family.array(), release, due, weight);
    }

    /** What is announced must be there: a word and a blank each. */
    private int count(int most, String what) {
        int announced = number(1, most, what);
        requireWords(announced, what);
        return announced;
    }

    private void requireWords(long announced, String what) {
        if (announced > (bytes.length - at + 1) / 2) {
            throw Csv.malformed(file, line, "%d %s are announced, the file ends before".formatted(announced, what));
        }
    }

    private void requireEnd(int orders, long total) {
        skipBlanks();
        if (at < bytes.length) {
            throw Csv.malformed(file, line, "the file goes on after its %d orders".formatted(orders));
        }
        if (total > Integer.MAX_VALUE / 2) {
            throw Csv.malformed(file, line, "the durations add up to more than %d".formatted(Integer.MAX_VALUE / 2));
        }
    }

    private void skipBlanks() {
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
    }

    private int number(int least, int most, String what) {
        skipBlanks();
        int begin = at;
        while (at < bytes.length && (bytes[at] > ' ' || bytes[at] < 0)) {
            at++;
        }
        if (begin == at) {
            throw Csv.malformed(file, line, "the file ends; expected " + what);
        }
        var word = new String(bytes, begin, at - begin, StandardCharsets.US_ASCII);
        try {
            int value = Integer.parseInt(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException wrong) {
            throw Csv.malformed(file, line, "(%s) is no whole number; expected %s".formatted(word, what))
                    .because(wrong);
        }
        throw Csv.malformed(file, line, "(%s) is out of range; expected %s".formatted(word, what));
    }
}
