package org.throughline.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.identity.IdentityGround;
import org.throughline.records.Records;
import org.throughline.records.RecordsGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.Approval.Kind;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalDesk;
import org.throughline.workflow.ApprovalEntry;
import org.throughline.workflow.ApprovalEntry.Act;
import org.throughline.workflow.ApprovalRequest;
import org.throughline.workflow.Approvals;
import org.throughline.workflow.WorkflowGround;
import tools.jackson.databind.json.JsonMapper;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    WorkflowGround.class,
    OverdueApprovalsTest.Mapper.class
})
@ExtendWith(SystemActs.class)
class OverdueApprovalsTest {

    private static final UUID PLANNER = UUID.fromString("00000000-0000-7000-8000-0000000000a3");
    private static final UUID MANAGER = UUID.fromString("00000000-0000-7000-8000-0000000000b3");

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    OverdueApprovals overdue;

    @Autowired
    Records records;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Mapper {

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder().build();
        }
    }

    @Test
    void a_step_whose_time_is_over_is_told_once_and_then_raised_to_the_next_level() {
        account(PLANNER, "planner3", "planner");
        account(MANAGER, "manager3", "manager");
        jdbc.sql("DELETE FROM workflow.approval_rule").update();
        records.create("approval-rule", Map.of("name", "r", "record_type", "sales-order", "steps", """
                        [{"users":["planner3"],"mode":"ANY","hours":4,"escalate":"manager"}]"""));
        var id = approvals
                .submit(new ApprovalRequest("sales-order", UUID.randomUUID(), "SO-9", Map.of()))
                .id();

        overdue.lookNow();
        assertThat(acts(id)).doesNotContain(Act.OVERDUE);

        dueHoursAgo(id, 1);
        overdue.lookNow();
        overdue.lookNow();
        assertThat(acts(id)).containsOnlyOnce(Act.OVERDUE).doesNotContain(Act.RAISED);

        dueHoursAgo(id, 3);
        overdue.lookNow();
        overdue.lookNow();
        assertThat(acts(id)).containsOnlyOnce(Act.RAISED);
        assertThat(desk.get(id).waitingTasks())
                .filteredOn(task -> task.kind() == Kind.RAISED)
                .extracting(Task::userName)
                .containsExactly("manager3");
    }

    private List<Act> acts(UUID id) {
        return desk.history(id).stream().map(ApprovalEntry::act).toList();
    }

    private void dueHoursAgo(UUID id, int hours) {
        jdbc.sql(
                        "UPDATE workflow.approval_step SET due_at = :now - make_interval(hours => :hours) WHERE approval_id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hours", hours)
                .param("id", id)
                .update();
    }

    private void account(UUID id, String name, String role) {
        jdbc.sql("""
                INSERT INTO identity.user_account (id, username, display_name, password_hash, roles)
                VALUES (:id, :name, :name, 'x', ARRAY[:role])
                ON CONFLICT DO NOTHING
                """).param("id", id).param("name", name).param("role", role).update();
    }
}
