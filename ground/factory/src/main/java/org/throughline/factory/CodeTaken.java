package org.throughline.factory;

import org.throughline.kernel.RuleViolation;

/** Two records of one type cannot have the same code. */
public final class CodeTaken extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /** @param type record type, e.g. {@code item} */
    public CodeTaken(String type, String code) {
        super("factory.code-taken", "type", type, "code", code);
    }
}
