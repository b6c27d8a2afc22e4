package org.throughline.records;

import org.throughline.kernel.RuleViolation;

/** A file cannot be attached. */
public final class FileRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private FileRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** Nothing in it. */
    public static FileRefused empty(String name) {
        return new FileRefused("file.empty", "name", name);
    }

    /** More bytes than are kept. */
    public static FileRefused tooLarge(String name, long megabytes, long limit) {
        return new FileRefused("file.too-large", "name", name, "megabytes", megabytes, "limit", limit);
    }
}
