package org.throughline.records;

import org.throughline.kernel.RuleViolation;

/** The catalogue does not do this to a record. */
public final class RecordRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private RecordRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** Records of this type come and go by the room's own verbs. */
    public static RecordRefused onlyByUseCase(String type, String operation) {
        return new RecordRefused("record.only-by-use-case", "type", type, "operation", operation);
    }

    /** Others refer to the record. */
    public static RecordRefused stillUsed(String type, String key, String by) {
        return new RecordRefused("record.still-used", "type", type, "key", key, "by", by);
    }

    /** A change came without the version it is based on. */
    public static RecordRefused withoutVersion(String type) {
        return new RecordRefused("record.without-version", "type", type);
    }
}
