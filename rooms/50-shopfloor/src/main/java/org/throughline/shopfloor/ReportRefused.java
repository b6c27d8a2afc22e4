package org.throughline.shopfloor;

import java.math.BigDecimal;
import java.time.Instant;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** What was reported cannot be, or cannot be taken back. */
public final class ReportRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ReportRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static ReportRefused negative(Quantity good, Quantity scrap, Quantity rework) {
        return new ReportRefused("shopfloor.negative-report", "good", good, "scrap", scrap, "rework", rework);
    }

    static ReportRefused nothing() {
        return new ReportRefused("shopfloor.nothing-to-report");
    }

    static ReportRefused reworkTwice(Quantity rework) {
        return new ReportRefused("shopfloor.rework-twice", "rework", rework);
    }

    static ReportRefused reasonsDoNotSum(ReportedQuantities.Fate fate, Quantity reported, Quantity sum) {
        var code = switch (fate) {
            case SCRAP -> "shopfloor.scrap-reasons-do-not-sum";
            case REWORK -> "shopfloor.rework-reasons-do-not-sum";
        };
        return new ReportRefused(code, "reported", reported, "sum", sum);
    }

    /** The operation before has not passed on so many. */
    static ReportRefused moreThanArrived(String operation, Quantity reported, Quantity limit, String previous) {
        return new ReportRefused(
                "shopfloor.more-than-arrived",
                "operation",
                operation,
                "reported",
                reported,
                "limit",
                limit,
                "previous",
                previous);
    }

    /**
     * More than the order and its tolerance.
     *
     * @param percent the tolerance
     * @param leaders who may allow more, by name
     */
    static ReportRefused moreThanOrdered(
            String operation, Quantity reported, Quantity limit, BigDecimal percent, String leaders) {
        return new ReportRefused(
                "shopfloor.more-than-ordered",
                "operation",
                operation,
                "reported",
                reported,
                "limit",
                limit,
                "percent",
                percent.stripTrailingZeros().toPlainString(),
                "leaders",
                leaders);
    }

    static ReportRefused moreThanInRework(String operation, Quantity reported, Quantity limit) {
        return new ReportRefused(
                "shopfloor.more-than-in-rework", "operation", operation, "reported", reported, "limit", limit);
    }

    static ReportRefused inTheFuture(Instant said, Instant now) {
        return new ReportRefused("shopfloor.report-in-the-future", "said", said, "now", now);
    }

    static ReportRefused alreadyUndone() {
        return new ReportRefused("shopfloor.already-undone");
    }

    static ReportRefused notUndoable(ReportKind kind) {
        return new ReportRefused("shopfloor.not-undoable", "kind", kind.name());
    }

    /** @param leaders who may still take it back, by name */
    static ReportRefused tooLateToUndo(long minutes, String leaders) {
        return new ReportRefused("shopfloor.too-late-to-undo", "minutes", minutes, "leaders", leaders);
    }

    static ReportRefused passedOn(String operation, String next, Quantity taken) {
        return new ReportRefused("shopfloor.passed-on", "operation", operation, "next", next, "taken", taken);
    }

    /** Every piece has its own number, so half a piece cannot be received. */
    public static ReportRefused notWholePieces(Quantity good) {
        return new ReportRefused("shopfloor.not-whole-pieces", "good", good);
    }

    /** The key was already used for something else. */
    static ReportRefused keyReused(String key) {
        return new ReportRefused("shopfloor.key-reused", "key", key);
    }
}
