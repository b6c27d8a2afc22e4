package org.throughline.database;

import java.nio.file.Path;
import org.throughline.kernel.RuleViolation;

/** The embedded database cannot work in this data folder. */
public final class DataFolderRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private DataFolderRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** Another Throughline works on it; two on one folder would destroy it. */
    static DataFolderRefused inUse(Path folder, String process) {
        return new DataFolderRefused("database.folder-in-use", "folder", absolute(folder), "process", process);
    }

    static DataFolderRefused notWritable(Path folder) {
        return new DataFolderRefused(
                "database.folder-not-writable", "folder", absolute(folder), "user", System.getProperty("user.name"));
    }

    /** A folder above it keeps out the user as whom the database server runs. */
    public static DataFolderRefused closed(Path folder, String user) {
        return new DataFolderRefused("database.folder-closed", "folder", absolute(folder), "user", user);
    }

    /** Started by root, on a machine that offers no way to run the database server as somebody else. */
    public static DataFolderRefused rootOnly() {
        return new DataFolderRefused("database.root-only");
    }

    private static String absolute(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
