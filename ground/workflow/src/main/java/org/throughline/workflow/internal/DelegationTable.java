package org.throughline.workflow.internal;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ApprovalRefused;
import org.throughline.workflow.Delegation;

/** Who acts for whom, in table {@code workflow.delegation}. */
@Repository
class DelegationTable {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    DelegationTable(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Who acts for this person today: the deputy, or the deputy's deputy. Nobody if the deputies lead back in a circle or
     * an account is closed.
     */
    Optional<Account> deputyOf(UUID user, String recordType) {
        var seen = new HashSet<UUID>(List.of(user));
        var next = deputy(user, recordType);
        Optional<UUID> last = Optional.empty();
        while (next.isPresent()) {
            if (!seen.add(next.get())) {
                return Optional.empty();
            }
            last = next;
            next = deputy(next.get(), recordType);
        }
        return last.map(accounts::get).filter(Account::active);
    }

    private Optional<UUID> deputy(UUID user, String recordType) {
        return jdbc.sql("""
                SELECT deputy_id
                  FROM workflow.delegation
                 WHERE user_id = :user AND :today BETWEEN from_day AND until_day
                   AND (record_type IS NULL OR record_type = :type)
                 ORDER BY record_type NULLS LAST, from_day DESC, id
                 LIMIT 1
                """)
                .param("user", user)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .param("type", recordType)
                .query(UUID.class)
                .optional();
    }

    /** The current actor's own that are not over. */
    List<Delegation> mine() {
        return jdbc.sql("""
                SELECT id, user_id, deputy_id, from_day, until_day, record_type
                  FROM workflow.delegation
                 WHERE user_id = :user AND until_day >= :today
                 ORDER BY from_day, id
                """)
                .param("user", Actor.current().user())
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query((row, index) -> {
                    var deputy = row.getObject("deputy_id", UUID.class);
                    return new Delegation(
                            row.getObject("id", UUID.class),
                            row.getObject("user_id", UUID.class),
                            deputy,
                            accounts.get(deputy).displayName(),
                            row.getDate("from_day").toLocalDate(),
                            row.getDate("until_day").toLocalDate(),
                            row.getString("record_type"));
                })
                .list();
    }

    /**
     * The current actor is represented from day to day.
     *
     * @throws ApprovalRefused if the deputy is the actor or closed, or the days are the wrong way round
     */
    @Transactional
    void add(UUID deputy, LocalDate from, LocalDate until) {
        var user = Actor.current().user();
        var account = accounts.get(deputy);
        if (user == null || user.equals(deputy) || until.isBefore(from) || !account.active() || account.isExternal()) {
            throw ApprovalRefused.badDelegation();
        }
        jdbc.sql("""
                INSERT INTO workflow.delegation (id, user_id, deputy_id, from_day, until_day)
                VALUES (:id, :user, :deputy, :from, :until)
                """)
                .param("id", Identity.fresh())
                .param("user", user)
                .param("deputy", deputy)
                .param("from", Date.valueOf(from))
                .param("until", Date.valueOf(until))
                .update();
    }

    /** Ends one of the actor's own. */
    @Transactional
    void end(UUID id) {
        jdbc.sql("DELETE FROM workflow.delegation WHERE id = :id AND user_id = :user")
                .param("id", id)
                .param("user", Actor.current().user())
                .update();
    }
}
