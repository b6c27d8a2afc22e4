package org.throughline.shopfloor;

import org.throughline.kernel.RuleViolation;

/** Nothing on the floor has the scanned code. */
public final class ScanRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ScanRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** @param code as scanned */
    public static ScanRefused unknown(String code) {
        return new ScanRefused("shopfloor.unknown-code", "code", code);
    }
}
