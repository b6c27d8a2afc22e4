package org.throughline.quality;

import org.throughline.kernel.RuleViolation;

/** What becomes of nonconforming pieces cannot be decided this way. */
public final class NonconformanceRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private NonconformanceRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static NonconformanceRefused alreadyDecided(String number, Nonconformance.Disposition disposition) {
        return new NonconformanceRefused(
                "quality.nonconformance-decided", "number", number, "disposition", disposition.name());
    }

    static NonconformanceRefused undecided(String number) {
        return new NonconformanceRefused("quality.nonconformance-undecided", "number", number);
    }

    /** Nobody makes this item in the house, so it cannot be reworked here. */
    static NonconformanceRefused notMadeHere(String number, String item) {
        return new NonconformanceRefused("quality.not-made-here", "number", number, "item", item);
    }
}
