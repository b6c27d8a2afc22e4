package org.throughline.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    /** @throws org.throughline.engine.EngineRefusal {@code bench.malformed} with file, line and reason */
    static SetupShop read(Path file) {
        try {
            return new FactoryFile(file, Files.readAllBytes(file)).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SetupShop parse() {
        int orders = number(0, 10_000_000, "orders");
        int machines = number(1, 1_000_000, "machines");
        int centres = number(1, machines, "centres");
        int[] centre = new int[machines];
        Arrays.setAll(centre, m -> number(0, centres - 1, "the centre of a machine"));
        int[] families = new int[centres];
        int[][] setup = new int[centres][];
        for (int c = 0; c < centres; c++) {
            families[c] = number(1, 10_000, "families");
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
        var family = new Numbers();
        var alternativeFrom = new Numbers();
        var machine = new Numbers();
        var time = new Numbers();
        alternativeFrom.add(0);
        for (int j = 0; j < orders; j++) {
            release[j] = number(0, Integer.MAX_VALUE, "a release");
            due[j] = number(Integer.MIN_VALUE, Integer.MAX_VALUE, "a due date");
            weight[j] = number(0, 1_000_000, "a weight");
            int operations = number(1, 100_000, "the number of operations");
            for (int k = 0; k < operations; k++) {
                int own = number(0, Integer.MAX_VALUE, "a family");
                int alternatives = number(1, machines, "the number of alternatives");
                for (int a = 0; a < alternatives; a++) {
                    int m = number(0, machines - 1, "a machine");
                    if (own >= families[centre[m]]) {
                        throw Csv.malformed(file, line, "family (%d) does not exist there".formatted(own));
                    }
                    machine.add(m);
                    time.add(number(0, 10_000_000, "a duration"));
                }
                family.add(own);
                alternativeFrom.add(machine.size);
            }
            jobFrom[j + 1] = family.size;
        }
        var shop = new Shop(machines, jobFrom, alternativeFrom.array(), machine.array(), time.array());
        return new SetupShop(shop, centre, families, setup, family.array(), release, due, weight);
    }

    private int number(int least, int most, String what) {
        while (at < bytes.length && bytes[at] <= ' ') {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
        int begin = at;
        while (at < bytes.length && bytes[at] > ' ') {
            at++;
        }
        var word = new String(bytes, begin, at - begin, java.nio.charset.StandardCharsets.US_ASCII);
        try {
            int value = Integer.parseInt(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException wrong) {
            var refusal = Csv.malformed(file, line, "(%s) is no whole number; expected %s".formatted(word, what));
            refusal.initCause(wrong);
            throw refusal;
        }
        throw Csv.malformed(file, line, "(%s) is out of range; expected %s".formatted(word, what));
    }

    /** A growing list of ints. */
    private static final class Numbers {
        private int[] values = new int[1024];
        private int size;

        private void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        private int[] array() {
            return Arrays.copyOf(values, size);
        }
    }
}
