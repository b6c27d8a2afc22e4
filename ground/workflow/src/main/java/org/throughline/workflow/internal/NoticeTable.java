package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.workflow.Notice;
import org.throughline.workflow.Notices;

/** Messages inside the product, in table {@code workflow.notice}. */
@Repository
class NoticeTable implements Notices {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final NoticeSentences sentences;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, Accounts accounts, NoticeSentences sentences, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void tell(Collection<UUID> users, String code, Map<String, ?> values, @Nullable String link) {
        var facts = KeptValues.write(values);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        for (var user : new LinkedHashSet<>(users)) {
            jdbc.sql("""
                    INSERT INTO workflow.notice (id, user_id, code, facts, link, at)
                    SELECT :id, :user, :code, :facts::jsonb, :link, :at
                     WHERE NOT EXISTS (SELECT FROM workflow.notice
                                        WHERE user_id = :user AND code = :code AND read_at IS NULL
                                          AND link IS NOT DISTINCT FROM :link AND facts = :facts::jsonb)
                    """)
                    .param("id", Identity.fresh())
                    .param("user", user)
                    .param("code", code)
                    .param("facts", facts)
                    .param("link", link)
                    .param("at", at)
                    .update();
        }
    }

    @Override
    @Transactional
    public void tellRole(String role, String code, Map<String, ?> values, @Nullable String link) {
        tell(accounts.withRole(role).stream().map(Account::id).toList(), code, values, link);
    }

    @Override
    public List<Notice> mine(int limit) {
        var actor = Actor.current();
        if (actor.user() == null) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT id, code, facts::text AS facts, link, at, read_at
                  FROM workflow.notice
                 WHERE user_id = :user
                 ORDER BY read_at IS NOT NULL, at DESC, id
                 LIMIT :limit
                """)
                .param("user", actor.user())
                .param("limit", limit)
                .query((row, index) -> {
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new Notice(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            sentences.sentence(
                                    row.getString("code"), KeptValues.read(row.getString("facts")), actor.language()),
                            row.getString("link"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    /** Marks own notices as read; all of them if {@code id} is null. */
    @Transactional
    void read(@Nullable UUID id) {
        jdbc.sql("""
                UPDATE workflow.notice
                   SET read_at = :at
                 WHERE user_id = :user AND read_at IS NULL AND (:id::uuid IS NULL OR id = :id)
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", Actor.current().user())
                .param("id", id)
                .update();
    }
}
