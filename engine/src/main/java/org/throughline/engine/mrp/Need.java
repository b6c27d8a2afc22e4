package org.throughline.engine.mrp;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A requirement of one item while it is being netted. */
final class Need {

    /** Day first, then the customer's priority; the rest only makes the order the same in every run. */
    static final Comparator<Need> ORDER = Need::compare;

    static final int NOBODY = -1;

    final int day;
    final long quantity;
    final int priority;
    final Taker taker;
    final @Nullable String peg;
    /** The demand lines it is for; empty once nobody will ask. */
    Slices slices;

    /** Workdays of the parent after its start, or after the phantom's need that it comes from; 0 for demands. */
    final int offsetDays;
    /** The item that consumes it; {@link #NOBODY} for demands and safety stock. */
    final int parent;
    /** The need of the phantom that was blown through; null if the parent is no phantom. */
    final @Nullable Need through;

    /** As it was reported last. */
    @Nullable
    Requirement shown;

    /** What supplies have covered so far. */
    long covered;

    Need(int day, long quantity, int priority, Taker taker, @Nullable String peg, Slices slices, int offsetDays) {
        this(day, quantity, priority, taker, peg, slices, offsetDays, NOBODY, null);
    }

    Need(
            int day,
            long quantity,
            int priority,
            Taker taker,
            @Nullable String peg,
            Slices slices,
            int offsetDays,
            int parent,
            @Nullable Need through) {
        this.day = day;
        this.quantity = quantity;
        this.priority = priority;
        this.taker = taker;
        this.peg = peg;
        this.slices = slices;
        this.offsetDays = offsetDays;
        this.parent = parent;
        this.through = through;
    }

    private static int compare(Need left, Need right) {
        if (left.day != right.day) {
            return Integer.compare(left.day, right.day);
        }
        if (left.priority != right.priority) {
            return Integer.compare(left.priority, right.priority);
        }
        int byKind = left.taker.ref.kind().compareTo(right.taker.ref.kind());
        return byKind != 0 ? byKind : left.taker.ref.id().compareTo(right.taker.ref.id());
    }

    /** Whether it is as that one was before it was covered, apart from the demand lines it is for. */
    boolean isLike(Need other) {
        return day == other.day
                && quantity == other.quantity
                && priority == other.priority
                && taker == other.taker
                && isReachedLike(other)
                && Objects.equals(peg, other.peg);
    }

    /** Whether both lie as many workdays after the starts of the same items, through the same phantoms. */
    private boolean isReachedLike(Need other) {
        boolean isSame = offsetDays == other.offsetDays && parent == other.parent;
        if (through == null || other.through == null) {
            return isSame && through == other.through;
        }
        return isSame && through.isReachedLike(other.through);
    }

    long open() {
        return quantity - covered;
    }
}
