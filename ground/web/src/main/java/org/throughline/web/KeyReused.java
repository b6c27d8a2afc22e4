package org.throughline.web;

import org.throughline.kernel.RuleViolation;

/** An {@code Idempotency-Key} that cannot be used for this command. */
public final class KeyReused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private KeyReused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** The key belongs to another command already. */
    public static KeyReused forAnother(String key) {
        return new KeyReused("web.key-reused", "key", key);
    }

    /** The key is blank or longer than it may be. */
    public static KeyReused unfit(int most) {
        return new KeyReused("web.key-unfit", "most", most);
    }
}
