package org.throughline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
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

    /** What was told last, by connection to the server; the pool hands them out again and again, outside any transaction. */
    private final Map<Connection, List<String>> told = Collections.synchronizedMap(new WeakHashMap<>());

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

    /** Nothing is said twice: a connection that was last used for the same actor knows already. */
    private void tell(Connection connection) throws SQLException {
        var physical = connection.unwrap(Connection.class);
        var wanted = wanted(connection);
        if (wanted.equals(told.get(physical))) {
            return;
        }
        told.remove(physical);
        try (var statement = connection.prepareStatement(TELL)) {
            for (int position = 0; position < wanted.size(); position++) {
                statement.setString(position + 1, wanted.get(position));
            }
            statement.execute();
        }
        told.put(physical, wanted);
    }

    /** The values of {@link #TELL}, in its order. */
    private List<String> wanted(Connection connection) throws SQLException {
        var who = actor.get();
        var now = standing.get();
        return List.of(
                who == null ? "" : who.organisation().toString(),
                who == null ? "" : text(who.user()),
                who == null ? "" : who.name(),
                who == null ? "" : text(who.partner()),
                who == null ? "" : who.origin(),
                now == null ? "" : now.toString(),
                now == null ? usualCommit(connection) : WITHOUT_WAITING);
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
