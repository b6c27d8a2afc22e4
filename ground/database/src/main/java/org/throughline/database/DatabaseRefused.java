package org.throughline.database;

import org.throughline.kernel.RuleViolation;

/** The PostgreSQL that {@code THROUGHLINE_DB} names cannot be used as it is; said before anything is written. */
public final class DatabaseRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private DatabaseRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static DatabaseRefused notAnAddress() {
        return new DatabaseRefused("database.not-an-address");
    }

    static DatabaseRefused unreachable(DatabaseAddress address, String reason) {
        return new DatabaseRefused(
                "database.unreachable", "host", address.host(), "port", address.port(), "reason", reason);
    }

    static DatabaseRefused login(DatabaseAddress address) {
        return new DatabaseRefused("database.login", "user", address.user(), "host", address.host());
    }

    static DatabaseRefused missing(DatabaseAddress address) {
        return new DatabaseRefused(
                "database.missing", "database", address.database(), "host", address.host(), "user", address.user());
    }

    static DatabaseRefused tooOld(String version, int needed) {
        return new DatabaseRefused("database.too-old", "version", version, "needed", needed);
    }

    static DatabaseRefused encoding(String database, String encoding) {
        return new DatabaseRefused("database.encoding", "database", database, "encoding", encoding);
    }

    static DatabaseRefused mayNotCreate(DatabaseAddress address) {
        return new DatabaseRefused("database.may-not-create", "user", address.user(), "database", address.database());
    }

    static DatabaseRefused withoutTrigrams() {
        return new DatabaseRefused("database.without-trigrams");
    }

    /** The role as which the application works can be neither made nor taken on. */
    static DatabaseRefused applicationRole(String user) {
        return new DatabaseRefused("database.application-role", "user", user, "role", Migrations.APPLICATION_ROLE);
    }

    static DatabaseRefused mayNotCreateDatabases(String user) {
        return new DatabaseRefused("database.may-not-create-databases", "user", user);
    }
}
