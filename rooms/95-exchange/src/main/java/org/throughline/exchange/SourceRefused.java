package org.throughline.exchange;

import org.throughline.kernel.RuleViolation;

/** Files that are not what the import expects. */
public final class SourceRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private SourceRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    public static SourceRefused unknownSource(String source) {
        return new SourceRefused("exchange.unknown-source", "source", source);
    }

    public static SourceRefused notReadable(String file) {
        return new SourceRefused("exchange.file-not-readable", "file", file);
    }

    /** Only administrators may name folders of the server. */
    public static SourceRefused folderNotAllowed() {
        return new SourceRefused("exchange.folder-not-allowed");
    }

    public static SourceRefused nothingToImport(String source, String expected) {
        return new SourceRefused("exchange.nothing-to-import", "source", source, "expected", expected);
    }
}
