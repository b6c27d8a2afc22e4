package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.workflow.Approval;
import org.throughline.workflow.ApprovalEntry.Act;
import org.throughline.workflow.Notices;
import org.throughline.workflow.internal.ApprovalRules.Copied;
import org.throughline.workflow.internal.ChainSteps.CopyTime;

/** Those who only read an approval (抄送), in table {@code workflow.approval_copy}: told when the rule says so. */
@Component
class CopyDesk {

    private final JdbcClient jdbc;
    private final ApprovalLog log;
    private final Notices notices;
    private final Clock clock;

    CopyDesk(JdbcClient jdbc, ApprovalLog log, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.notices = notices;
        this.clock = clock;
    }

    private record Reader(UUID user, String userName) {}

    /** As the rule names them now; a later change of the rule does not touch them. */
    void keep(UUID approval, List<Copied> copies) {
        for (var copy : copies) {
            jdbc.sql("""
                    INSERT INTO workflow.approval_copy (approval_id, user_id, user_name, when_told)
                    VALUES (:approval, :user, :name, :when)
                    """)
                    .param("approval", approval)
                    .param("user", copy.user())
                    .param("name", copy.userName())
                    .param("when", copy.when().name())
                    .update();
        }
    }

    void submitted(Approval approval) {
        tell(approval, CopyTime.SUBMITTED, "approval.copied");
    }

    void granted(Approval approval) {
        tell(approval, CopyTime.GRANTED, "approval.copied-granted");
    }

    /** Whether this person was told of it. */
    boolean isReader(UUID approval, UUID user) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM workflow.approval_copy
                                WHERE approval_id = :approval AND user_id = :user AND told_at IS NOT NULL)
                """)
                .param("approval", approval)
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    private void tell(Approval approval, CopyTime when, String code) {
        var readers = jdbc.sql("""
                SELECT user_id, user_name
                  FROM workflow.approval_copy
                 WHERE approval_id = :approval AND when_told IN (:when, 'BOTH')
                 ORDER BY user_name, user_id
                """)
                .param("approval", approval.id())
                .param("when", when.name())
                .query((row, index) -> new Reader(row.getObject("user_id", UUID.class), row.getString("user_name")))
                .list();
        if (readers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE workflow.approval_copy
                   SET told_at = :now
                 WHERE approval_id = :approval AND when_told IN (:when, 'BOTH')
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("approval", approval.id())
                .param("when", when.name())
                .update();
        var names = readers.stream().map(Reader::userName).collect(Collectors.joining(", "));
        log.add(approval.id(), Act.COPIED, approval.step(), null, names);
        notices.tell(
                readers.stream().map(Reader::user).toList(),
                code,
                Map.of("title", approval.title()),
                "/approvals/" + approval.id());
    }
}
