package org.throughline.kernel;

/** Somebody else wrote the record since it was read. */
public final class ChangedMeanwhile extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /**
     * @param type the record type's name, e.g. {@code work-order}
     * @param key  the record's number or identity
     */
    public ChangedMeanwhile(String type, Object key) {
        super("record.changed-meanwhile", "type", type, "key", key);
    }
}
