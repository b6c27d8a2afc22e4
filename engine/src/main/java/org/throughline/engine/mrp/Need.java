package org.throughline.engine.mrp;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A requirement of one item while it is being netted. */
final class Need {

    /** Day first, then the customer's priority; the rest only makes the order the same in every run. */
    static final Comparator<Need> ORDER = Comparator.<Need>comparingInt(need -> need.day)
            .thenComparingInt(need -> need.priority)
            .thenComparing(need -> need.ref.kind())
            .thenComparing(need -> need.ref.id());

    static final int NOBODY = -1;

    final int day;
    final long quantity;
    final int priority;
    final RequirementRef ref;
    final @Nullable String peg;
    final Slices slices;
    /** Workdays after the start of the order it belongs to; 0 for demands. */
    final int offsetDays;
    /** The item that consumes it; {@link #NOBODY} for demands and safety stock. */
    final int parent;

    /** What supplies have covered so far. */
    long covered;

    /** The supplies it got. */
    int possible = Integer.MIN_VALUE;

    Need(
            int day,
            long quantity,
            int priority,
            RequirementRef ref,
            @Nullable String peg,
            Slices slices,
            int offsetDays) {
        this(day, quantity, priority, ref, peg, slices, offsetDays, NOBODY);
    }

    Need(
            int day,
            long quantity,
            int priority,
            RequirementRef ref,
            @Nullable String peg,
            Slices slices,
            int offsetDays,
            int parent) {
        this.day = day;
        this.quantity = quantity;
        this.priority = priority;
        this.ref = ref;
        this.peg = peg;
        this.slices = slices;
        this.offsetDays = offsetDays;
        this.parent = parent;
    }

    long open() {
        return quantity - covered;
    }
}
