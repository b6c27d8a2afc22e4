package org.throughline.records;

import org.throughline.kernel.RuleViolation;

/** A file cannot be imported, or an import cannot be undone. */
public final class ImportRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ImportRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** Neither xlsx nor CSV. */
    public static ImportRefused unreadable(String file, String reason) {
        return new ImportRefused("import.unreadable", "file", file, "reason", reason);
    }

    /** No row of the file looks like headers of this type. */
    public static ImportRefused withoutHeaders(String file, String expected) {
        return new ImportRefused("import.without-headers", "file", file, "expected", expected);
    }

    /** The columns that identify a record are missing. */
    public static ImportRefused withoutKey(String file, String key) {
        return new ImportRefused("import.without-key", "file", file, "key", key);
    }

    /** More rows than can be taken at once. */
    public static ImportRefused tooManyRows(String file, int limit) {
        return new ImportRefused("import.too-many-rows", "file", file, "limit", limit);
    }

    /** The same record stands in the file twice. */
    public static ImportRefused twiceInFile(String key, int row) {
        return new ImportRefused("import.twice-in-file", "key", key, "row", row);
    }

    /** Only new records were asked for. */
    public static ImportRefused exists(String key) {
        return new ImportRefused("import.exists", "key", key);
    }

    /** Only changes were asked for, or only use cases make such records. */
    public static ImportRefused doesNotExist(String key) {
        return new ImportRefused("import.does-not-exist", "key", key);
    }

    /** It was a dry run, or it is undone already. */
    public static ImportRefused nothingToUndo(String file) {
        return new ImportRefused("import.nothing-to-undo", "file", file);
    }
}
