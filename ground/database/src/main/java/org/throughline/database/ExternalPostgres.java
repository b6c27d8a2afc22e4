package org.throughline.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Looks at a PostgreSQL that is not ours before anything is written to it, and says plainly what it lacks. */
final class ExternalPostgres {

    private static final int OLDEST = 15;
    private static final String LOGIN_REFUSED = "28";
    private static final String NO_SUCH_DATABASE = "3D000";

    private ExternalPostgres() {}

    /**
     * Does nothing if the database can be used.
     *
     * @return what works, but not as well as it could; usually nothing
     * @throws DatabaseRefused naming the first thing that is missing
     */
    static Optional<String> check(DatabaseAddress address) {
        try (var connection = address.dataSource().getConnection()) {
            return check(address, connection);
        } catch (SQLException failed) {
            var state = failed.getSQLState() == null ? "" : failed.getSQLState();
            if (state.startsWith(LOGIN_REFUSED)) {
                throw DatabaseRefused.login(address);
            }
            if (state.equals(NO_SUCH_DATABASE)) {
                throw DatabaseRefused.missing(address);
            }
            throw DatabaseRefused.unreachable(address, String.valueOf(failed.getMessage()));
        }
    }

    private static Optional<String> check(DatabaseAddress address, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw DatabaseRefused.tooOld(connection.getMetaData().getDatabaseProductVersion(), OLDEST);
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT current_setting('server_encoding') AS encoding,
                               has_database_privilege(current_database(), 'CREATE') AS may_create,
                               EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS trigrams,
                               '阿' < '北' AS by_pinyin
                        """)) {
            row.next();
            return check(address, row);
        }
    }

    private static Optional<String> check(DatabaseAddress address, ResultSet row) throws SQLException {
        if (!row.getString("encoding").equals("UTF8")) {
            throw DatabaseRefused.encoding(address.database(), row.getString("encoding"));
        }
        if (!row.getBoolean("may_create")) {
            throw DatabaseRefused.mayNotCreate(address);
        }
        if (!row.getBoolean("trigrams")) {
            throw DatabaseRefused.withoutTrigrams();
        }
        return row.getBoolean("by_pinyin") ? Optional.empty() : Optional.of("""
                This database does not sort Chinese by pinyin; one made with LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans-CN' does. \
                该数据库不按拼音排序中文；建库时请指定以上排序规则。""");
    }
}
