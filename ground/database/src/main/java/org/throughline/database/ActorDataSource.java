package org.throughline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.throughline.kernel.Actor;

/**
 * Tells the database who acts, on every connection that is taken: row-level security shows only that organisation's (and
 * that partner's) rows, and the audit trail signs every write. Outside any actor's scope no row is seen.
 */
public final class ActorDataSource extends DelegatingDataSource {

    private static final String TELL = """
            SELECT set_config('throughline.organisation', ?, false),
                   set_config('throughline.user', ?, false),
                   set_config('throughline.user_name', ?, false),
                   set_config('throughline.partner', ?, false),
                   set_config('throughline.origin', ?, false),
                   set_config('throughline.now', ?, false),
                   set_config('synchronous_commit', ?, false)
            """;

    /** A replayed history can be replayed again: its commits need not wait for the disk. */
    private static final String WITHOUT_WAITING = "off";

    private final Supplier<@Nullable Actor> actor;
    private final Supplier<@Nullable Instant> standing;
    private volatile @Nullable String usualCommit;

    /**
     * @param pool     connections as {@link Migrations#APPLICATION_ROLE}
     * @param actor    who acts in this thread; null: nobody
     * @param standing the instant being replayed in this thread; null: time goes on
     */
    public ActorDataSource(DataSource pool, Supplier<@Nullable Actor> actor, Supplier<@Nullable Instant> standing) {
        super(pool);
        this.actor = actor;
        this.standing = standing;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            tell(connection);
            return connection;
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    private void tell(Connection connection) throws SQLException {
        var who = actor.get();
        var now = standing.get();
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, who == null ? "" : who.organisation().toString());
            statement.setString(2, who == null ? "" : text(who.user()));
            statement.setString(3, who == null ? "" : who.name());
            statement.setString(4, who == null ? "" : text(who.partner()));
            statement.setString(5, who == null ? "" : who.origin());
            statement.setString(6, now == null ? "" : now.toString());
            statement.setString(7, now == null ? usualCommit(connection) : WITHOUT_WAITING);
            statement.execute();
        }
    }

    /** As the server is configured: on for the embedded one, perhaps more for a replicated one. */
    private String usualCommit(Connection connection) throws SQLException {
        var known = usualCommit;
        if (known == null) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'")) {
                known = row.next() ? row.getString(1) : "on";
            }
            usualCommit = known;
        }
        return known;
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
