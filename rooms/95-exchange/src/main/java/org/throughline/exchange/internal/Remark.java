package org.throughline.exchange.internal;

import org.throughline.kernel.RuleViolation;

/** Something that was decided for a whole table; never thrown, only told in the reader's language. */
public final class Remark extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /** @param code of a sentence in {@code refusals/exchange_*.properties} */
    public Remark(String code, Object... namedValues) {
        super(code, namedValues);
    }
}
