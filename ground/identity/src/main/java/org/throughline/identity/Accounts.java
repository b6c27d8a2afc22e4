package org.throughline.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.web.Page;

/** The organisation's accounts, in table {@code identity.user_account}. */
@Repository
public class Accounts {

    private static final String COLUMNS = """
            id, username, display_name, language, roles, person_id, partner_id, active, demonstration, version
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if there is no such account */
    public Account get(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.user_account WHERE id = :id")
                .param("id", id)
                .query(Accounts::map)
                .optional()
                .orElseThrow(() -> new NotFound("user", id));
    }

    /** The account of this name, if there is one. */
    public Optional<Account> byUsername(String username) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.user_account WHERE username = lower(:username)")
                .param("username", username)
                .query(Accounts::map)
                .optional();
    }

    /** Active accounts of a role, the oldest first. */
    public List<Account> withRole(String role) {
        return jdbc.sql("""
                SELECT %s
                  FROM identity.user_account
                 WHERE active AND :role = ANY (roles)
                 ORDER BY id
                """.formatted(COLUMNS))
                .param("role", role)
                .query(Accounts::map)
                .list();
    }

    /** The names to show for these accounts; unknown identities are missing. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("""
                SELECT id, display_name
                  FROM identity.user_account
                 WHERE id = ANY (:ids)
                 ORDER BY id
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("display_name"));
        });
        return names;
    }

    /**
     * Accounts by username.
     *
     * @param q part of the username or name; empty for all
     */
    public Page<Account> list(String q, int page, int size) {
        var like = "%" + q.strip() + "%";
        var items = jdbc.sql("""
                SELECT %s
                  FROM identity.user_account
                 WHERE username ILIKE :like OR display_name ILIKE :like
                 ORDER BY username
                 LIMIT :size OFFSET :skip
                """.formatted(COLUMNS))
                .param("like", like)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Accounts::map)
                .list();
        long total = jdbc.sql("""
                SELECT count(*) FROM identity.user_account WHERE username ILIKE :like OR display_name ILIKE :like
                """).param("like", like).query(Long.class).single();
        return new Page<>(items, total);
    }

    void insert(Account account, String passwordHash) {
        jdbc.sql("""
                INSERT INTO identity.user_account
                       (id, username, display_name, password_hash, language, roles, person_id, partner_id, active,
                        demonstration)
                VALUES (:id, :username, :displayName, :passwordHash, :language, :roles, :personId, :partnerId, :active,
                        :demonstration)
                """)
                .param("id", account.id())
                .param("username", account.username())
                .param("displayName", account.displayName())
                .param("passwordHash", passwordHash)
                .param("language", account.language())
                .param("roles", account.roles().toArray(String[]::new))
                .param("personId", account.personId())
                .param("partnerId", account.partnerId())
                .param("active", account.active())
                .param("demonstration", account.demonstration())
                .update();
    }

    /** @throws ChangedMeanwhile if somebody else wrote it since it was read */
    Account save(Account account) {
        int written = jdbc.sql("""
                UPDATE identity.user_account
                   SET display_name = :displayName, language = :language, roles = :roles, person_id = :personId,
                       partner_id = :partnerId, active = :active, version = version + 1
                 WHERE id = :id AND version = :version
                """)
                .param("displayName", account.displayName())
                .param("language", account.language())
                .param("roles", account.roles().toArray(String[]::new))
                .param("personId", account.personId())
                .param("partnerId", account.partnerId())
                .param("active", account.active())
                .param("id", account.id())
                .param("version", account.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("user", account.username());
        }
        return get(account.id());
    }

    void setPassword(UUID id, String passwordHash) {
        jdbc.sql("""
                UPDATE identity.user_account
                   SET password_hash = :hash, version = version + 1
                 WHERE id = :id
                """).param("hash", passwordHash).param("id", id).update();
    }

    @Nullable
    String passwordHash(UUID id) {
        return jdbc.sql("SELECT password_hash FROM identity.user_account WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    long activeAdministrators() {
        return jdbc.sql("""
                SELECT count(*) FROM identity.user_account WHERE active AND 'administrator' = ANY (roles)
                """).query(Long.class).single();
    }

    private static Account map(ResultSet row, int index) throws SQLException {
        Array roles = row.getArray("roles");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("language"),
                Set.of((String[]) roles.getArray()),
                row.getObject("person_id", UUID.class),
                row.getObject("partner_id", UUID.class),
                row.getBoolean("active"),
                row.getBoolean("demonstration"),
                row.getInt("version"));
    }
}
