package org.throughline.engineering.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.engineering.internal.StructureTables.BomRow;

/** The released bills of one item in time: on each day only one counts. */
final class Succession {

    private Succession() {}

    /**
     * The bills from a day on, by date, each cut to the days on which it is the one that counts.
     *
     * @param heads of one item; of two that are valid on the same day the first in the list counts
     */
    static List<BomRow> of(List<BomRow> heads, LocalDate from) {
        var days = new TreeSet<LocalDate>();
        days.add(from);
        for (var head : heads) {
            addLater(days, head.validFrom(), from);
            addLater(days, head.validTo(), from);
        }
        var succession = new ArrayList<BomRow>();
        for (var day : days) {
            var counts = heads.stream()
                    .filter(head -> isValid(head, day))
                    .findFirst()
                    .orElse(null);
            append(succession, counts, day.equals(from) ? null : day, days.higher(day));
        }
        return succession;
    }

    private static void addLater(Set<LocalDate> days, @Nullable LocalDate day, LocalDate from) {
        if (day != null && day.isAfter(from)) {
            days.add(day);
        }
    }

    private static boolean isValid(BomRow head, LocalDate day) {
        return (head.validFrom() == null || !day.isBefore(head.validFrom()))
                && (head.validTo() == null || day.isBefore(head.validTo()));
    }

    private static void append(
            List<BomRow> succession, @Nullable BomRow head, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (head == null) {
            return;
        }
        var last = succession.isEmpty() ? null : succession.getLast();
        if (last != null && last.id().equals(head.id()) && from != null && from.equals(last.validTo())) {
            succession.removeLast();
            succession.add(between(head, last.validFrom(), to));
        } else {
            succession.add(between(head, from, to));
        }
    }

    private static BomRow between(BomRow head, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new BomRow(head.id(), head.itemId(), head.revision(), head.status(), head.baseQuantity(), from, to);
    }
}
