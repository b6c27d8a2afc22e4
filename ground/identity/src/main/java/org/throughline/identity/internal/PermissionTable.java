package org.throughline.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.database.Notifications;
import org.throughline.identity.Permission;
import org.throughline.kernel.Actor;
import org.throughline.kernel.ChangedMeanwhile;

/** All permissions of an organisation, in table {@code identity.permission}; kept in memory until one changes. */
@Repository
public class PermissionTable implements Notifications.Listener {

    private final JdbcClient jdbc;
    private final ConcurrentHashMap<UUID, List<Permission>> byOrganisation = new ConcurrentHashMap<>();

    PermissionTable(JdbcClient jdbc, ObjectProvider<Notifications> notifications) {
        this.jdbc = jdbc;
        notifications.ifAvailable(source -> source.hear(this));
    }

    /** Of the current actor's organisation, by role, type and operation. */
    public List<Permission> all() {
        return byOrganisation.computeIfAbsent(Actor.current().organisation(), organisation -> read());
    }

    private List<Permission> read() {
        return jdbc.sql("""
                SELECT id, role, record_type, operation, row_condition::text, hidden_fields, read_only_fields, version
                  FROM identity.permission
                 ORDER BY role, record_type, operation
                """).query(PermissionTable::map).list();
    }

    /** Writes a permission; a new one if its role, type and operation have none. */
    void put(Permission permission) {
        int written = jdbc.sql("""
                INSERT INTO identity.permission
                       (id, role, record_type, operation, row_condition, hidden_fields, read_only_fields)
                VALUES (:id, :role, :type, :operation, :condition::jsonb, :hidden, :readOnly)
                ON CONFLICT (organisation_id, role, record_type, operation) DO UPDATE
                   SET row_condition = excluded.row_condition, hidden_fields = excluded.hidden_fields,
                       read_only_fields = excluded.read_only_fields, version = identity.permission.version + 1
                 WHERE identity.permission.version = :version
                """)
                .param("id", permission.id())
                .param("role", permission.role())
                .param("type", permission.recordType())
                .param("operation", permission.operation())
                .param("condition", permission.rowCondition())
                .param("hidden", permission.hiddenFields().toArray(String[]::new))
                .param("readOnly", permission.readOnlyFields().toArray(String[]::new))
                .param("version", permission.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("permission", permission.role() + " " + permission.recordType());
        }
        forget();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM identity.permission WHERE id = :id")
                .param("id", id)
                .update();
        forget();
    }

    void forget() {
        byOrganisation.clear();
    }

    @Override
    public void told(String payload) {
        if (payload.contains("\"identity.permission\"") || payload.contains("\"*\"")) {
            forget();
        }
    }

    @Override
    public void mayHaveMissed() {
        forget();
    }

    private static Permission map(ResultSet row, int index) throws SQLException {
        @Nullable String condition = row.getString("row_condition");
        return new Permission(
                row.getObject("id", UUID.class),
                row.getString("role"),
                row.getString("record_type"),
                row.getString("operation"),
                condition,
                Set.of((String[]) row.getArray("hidden_fields").getArray()),
                Set.of((String[]) row.getArray("read_only_fields").getArray()),
                row.getInt("version"));
    }
}
