package org.throughline.records;

import org.throughline.kernel.RuleViolation;

/** A number rule cannot work like this. */
public final class NumberRuleRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private NumberRuleRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** Exactly one counter is needed. */
    public static NumberRuleRefused withoutCounter(String pattern) {
        return new NumberRuleRefused("number-rule.without-counter", "pattern", pattern);
    }

    /** A part in braces is neither a counter nor a date. */
    public static NumberRuleRefused unknownPart(String pattern, String part) {
        return new NumberRuleRefused("number-rule.unknown-part", "pattern", pattern, "part", part);
    }
}
