package org.throughline.engine.bench;

import java.nio.file.Path;
import org.throughline.engine.schedule.shop.Shop;

/** Collects the jobs of a file, operation by operation, and checks machines and times. */
final class ShopRows {

    private final Path file;
    private final int machines;
    private final int firstMachine;
    private final IntList jobFrom = new IntList();
    private final IntList alternativeFrom = new IntList();
    private final IntList machine = new IntList();
    private final IntList time = new IntList();
    /** The longest alternatives of all operations together: no schedule need be longer. */
    private long total;

    private int longest;

    /** @param firstMachine how the first machine is called in the file: 0 or 1 */
    ShopRows(Path file, int machines, int firstMachine) {
        this.file = file;
        this.machines = machines;
        this.firstMachine = firstMachine;
        jobFrom.add(0);
        alternativeFrom.add(0);
    }

    /** @param at place of the machine in the line; its time follows */
    void alternative(ShopLine line, int at) {
        int named = line.numbers()[at];
        int duration = line.numbers()[at + 1];
        if (named < firstMachine || named - firstMachine >= machines) {
            throw Csv.malformed(
                    file,
                    line.number(),
                    "machine (%d) is not from %d to %d".formatted(named, firstMachine, machines - 1 + firstMachine));
        }
        if (duration < 0) {
            throw Csv.malformed(file, line.number(), "time (%d) is negative".formatted(duration));
        }
        machine.add(named - firstMachine);
        time.add(duration);
        longest = Math.max(longest, duration);
    }

    void endOperation() {
        alternativeFrom.add(machine.size());
        total += longest;
        longest = 0;
    }

    void endJob() {
        jobFrom.add(alternativeFrom.size() - 1);
    }

    Shop shop(ShopLine last) {
        if (total > Integer.MAX_VALUE) {
            throw Csv.malformed(file, last.number(), "the times add up to more than %d".formatted(Integer.MAX_VALUE));
        }
        return new Shop(machines, jobFrom.array(), alternativeFrom.array(), machine.array(), time.array());
    }
}
