package org.throughline.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.workflow.Acknowledgement;
import org.throughline.workflow.Acknowledgements;
import org.throughline.workflow.Notices;

/** Who has seen what, in table {@code workflow.acknowledgement}. */
@Repository
class AcknowledgementTable implements Acknowledgements {

    private static final String SELECT = """
            SELECT id, record_type, record_id, text, user_id, user_name, asked_at, acknowledged_at
              FROM workflow.acknowledgement
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Notices notices;
    private final Clock clock;

    AcknowledgementTable(JdbcClient jdbc, Accounts accounts, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Acknowledgement> ask(
            String recordType, UUID recordId, String text, Collection<UUID> users, @Nullable String link) {
        var names = accounts.names(users);
        names.forEach((user, name) -> jdbc.sql("""
                INSERT INTO workflow.acknowledgement (id, record_type, record_id, text, user_id, user_name, asked_at)
                VALUES (:id, :type, :record, :text, :user, :name, :at)
                ON CONFLICT (record_id, user_id, text) DO NOTHING
                """)
                .param("id", Identity.fresh())
                .param("type", recordType)
                .param("record", recordId)
                .param("text", text)
                .param("user", user)
                .param("name", name)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        notices.tell(names.keySet(), "acknowledgement.asked", Map.of("text", text), link);
        return of(recordType, List.of(recordId)).getOrDefault(recordId, List.of()).stream()
                .filter(one -> one.text().equals(text))
                .toList();
    }

    @Override
    @Transactional
    public Acknowledgement acknowledge(UUID id) {
        jdbc.sql("""
                UPDATE workflow.acknowledgement
                   SET acknowledged_at = :at, version = version + 1
                 WHERE id = :id AND user_id = :user AND acknowledged_at IS NULL
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("user", Actor.current().user())
                .update();
        return jdbc.sql(SELECT + " WHERE id = :id AND user_id = :user")
                .param("id", id)
                .param("user", Actor.current().user())
                .query(AcknowledgementTable::map)
                .optional()
                .orElseThrow(() -> new NotFound("acknowledgement", id));
    }

    @Override
    public List<Acknowledgement> waitingForMe() {
        return jdbc.sql(SELECT + " WHERE user_id = :user AND acknowledged_at IS NULL ORDER BY asked_at, id")
                .param("user", Actor.current().user())
                .query(AcknowledgementTable::map)
                .list();
    }

    @Override
    public Map<UUID, List<Acknowledgement>> of(String recordType, Collection<UUID> recordIds) {
        return jdbc
                .sql(SELECT + """
                 WHERE record_type = :type AND record_id = ANY (:records)
                 ORDER BY asked_at, user_name, id
                """)
                .param("type", recordType)
                .param("records", recordIds.toArray(UUID[]::new))
                .query(AcknowledgementTable::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Acknowledgement::recordId, LinkedHashMap::new, Collectors.toList()));
    }

    private static Acknowledgement map(ResultSet row, int index) throws SQLException {
        var seen = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new Acknowledgement(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("text"),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                seen == null ? null : seen.toInstant());
    }
}
