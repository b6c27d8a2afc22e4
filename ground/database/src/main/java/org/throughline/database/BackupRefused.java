package org.throughline.database;

import java.nio.file.Path;
import org.throughline.kernel.RuleViolation;

/** A file cannot be restored here. */
public final class BackupRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private BackupRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static BackupRefused notABackup(Path file) {
        return new BackupRefused("database.not-a-backup", "file", file.toString());
    }

    static BackupRefused otherVersion(String schema, String inFile, String here) {
        return new BackupRefused("database.other-version", "schema", schema, "inFile", inFile, "here", here);
    }
}
