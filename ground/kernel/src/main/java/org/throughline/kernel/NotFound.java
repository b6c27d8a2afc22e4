package org.throughline.kernel;

/** There is no such record, or the one who asks may not see it (the answer does not tell which). */
public final class NotFound extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /**
     * @param type the record type's name, e.g. {@code work-order}
     * @param key  the identity or number that was asked for
     */
    public NotFound(String type, Object key) {
        super("record.not-found", "type", type, "key", key);
    }
}
