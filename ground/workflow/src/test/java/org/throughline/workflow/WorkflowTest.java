package org.throughline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.Records;
import org.throughline.records.RecordsGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.Approval.State;
import tools.jackson.databind.json.JsonMapper;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    WorkflowGround.class,
    WorkflowTest.Heard.class
})
@ExtendWith(SystemActs.class)
class WorkflowTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final UUID BERT = UUID.fromString("00000000-0000-7000-8000-0000000000b1");
    private static final UUID CARL = UUID.fromString("00000000-0000-7000-8000-0000000000c1");

    @Autowired
    Approvals approvals;

    @Autowired
    Notices notices;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    ProgressJobs jobs;

    @Autowired
    Records records;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {

        @Nullable
        ApprovalGranted granted;

        @Nullable
        ApprovalRejected rejected;

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder().build();
        }

        @EventListener
        void on(ApprovalGranted event) {
            granted = event;
        }

        @EventListener
        void on(ApprovalRejected event) {
            rejected = event;
        }
    }

    @BeforeEach
    void a_rule_for_large_orders_with_two_steps() {
        jdbc.sql("DELETE FROM workflow.approval_rule").update();
        account(ANNA, "anna", "manager");
        account(BERT, "bert", "manager");
        account(CARL, "carl", "finance");
        records.create(
                "approval-rule",
                Map.of(
                        "name", "大额订单",
                        "record_type", "sales-order",
                        "condition", "{\"field\":\"amount\",\"op\":\"ge\",\"value\":100000}",
                        "steps", """
                                [{"name":"经理","role":"manager","mode":"ANY","hours":24},
                                 {"name":"财务","user":"carl","mode":"ALL"}]""",
                        "priority", 1));
    }

    @Test
    void a_small_order_is_granted_at_once() {
        var approval = approvals.submit(order("99999.99"));

        assertThat(approval.state()).isEqualTo(State.GRANTED);
        assertThat(heard.granted).extracting(ApprovalGranted::approvalId).isEqualTo(approval.id());
    }

    @Test
    void a_large_order_walks_from_any_manager_to_finance_and_is_granted() {
        var approval = approvals.submit(order("100000"));
        assertThat(approval.state()).isEqualTo(State.WAITING);
        assertThat(as(BERT, () -> approvals.waitingForMe()))
                .extracting(Approval::id)
                .contains(approval.id());
        assertThat(as(CARL, () -> approvals.waitingForMe()))
                .extracting(Approval::id)
                .doesNotContain(approval.id());

        as(BERT, () -> approvals.approve(approval.id(), "可以"));
        assertThat(as(ANNA, () -> approvals.waitingForMe()))
                .extracting(Approval::id)
                .doesNotContain(approval.id());
        var granted = as(CARL, () -> approvals.approve(approval.id(), null));

        assertThat(granted.state()).isEqualTo(State.GRANTED);
        assertThat(granted.steps().getFirst().dueAt()).isNotNull();
        assertThat(heard.granted).extracting(ApprovalGranted::approvalId).isEqualTo(approval.id());
    }

    @Test
    void a_rejection_needs_a_reason_and_ends_the_approval() {
        var approval = approvals.submit(order("200000"));

        assertThat(code(() -> as(ANNA, () -> approvals.reject(approval.id(), " "))))
                .isEqualTo("approval.without-reason");
        var rejected = as(ANNA, () -> approvals.reject(approval.id(), "价格太低"));

        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        assertThat(heard.rejected).extracting(ApprovalRejected::reason).isEqualTo("价格太低");
    }

    @Test
    void of_two_approvers_who_race_one_wins_and_the_other_is_told_who() throws Exception {
        var approval = approvals.submit(order("300000"));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var anna = threads.submit(() -> {
                start.await();
                return code(() -> as(ANNA, () -> approvals.approve(approval.id(), null)));
            });
            var bert = threads.submit(() -> {
                start.await();
                return code(() -> as(BERT, () -> approvals.approve(approval.id(), null)));
            });
            start.countDown();

            assertThat(List.of(anna.get(30, TimeUnit.SECONDS), bert.get(30, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder("done", "approval.already-decided");
        }
    }

    @Test
    void nobody_else_may_answer_and_nobody_submits_twice() {
        var request = order("400000");
        var approval = approvals.submit(request);

        assertThat(code(() -> as(CARL, () -> approvals.approve(approval.id(), null))))
                .isEqualTo("approval.not-your-turn");
        assertThat(code(() -> approvals.submit(request))).isEqualTo("approval.already-waiting");
        assertThat(approvals.withdraw(approval.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(approvals.submit(request).state()).isEqualTo(State.WAITING);
    }

    @Test
    void a_malformed_rule_is_refused_when_it_is_written() {
        assertThat(code(() -> records.create(
                        "approval-rule",
                        Map.of("name", "x", "record_type", "sales-order", "steps", "[{\"mode\":\"ANY\"}]"))))
                .isEqualTo("approval.malformed-rule");
    }

    @Test
    void a_person_is_told_once_in_their_own_language() {
        var user = UUID.randomUUID();
        notices.tell(List.of(user), "approval.waiting", Map.of("title", "SO-1"), "/x");
        notices.tell(List.of(user), "approval.waiting", Map.of("title", "SO-1"), "/x");

        assertThat(as(user, () -> notices.mine(10))).extracting(Notice::text).containsExactly("等您审批：SO-1");
    }

    @Test
    void a_notice_keeps_amounts_with_their_units_for_readers_of_any_language() {
        var user = UUID.randomUUID();
        notices.tell(List.of(user), "approval.waiting", Map.of("title", List.of(Quantity.of(1200, "X1"))), null);

        assertThat(as(user, () -> notices.mine(10))).extracting(Notice::text).containsExactly("等您审批：1,200 X1");
    }

    @Test
    void an_acknowledgement_is_given_once_and_only_by_the_one_who_was_asked() {
        var record = UUID.randomUUID();
        var asked = acknowledgements.ask("sales-order", record, "交期改为 12-01", List.of(ANNA, BERT), null);
        acknowledgements.ask("sales-order", record, "交期改为 12-01", List.of(ANNA), null);
        var mine = asked.stream()
                .filter(one -> one.user().equals(ANNA))
                .findFirst()
                .orElseThrow();

        as(ANNA, () -> acknowledgements.acknowledge(mine.id()));

        assertThat(acknowledgements.of("sales-order", List.of(record)).getOrDefault(record, List.of()))
                .hasSize(2)
                .filteredOn(one -> one.acknowledgedAt() != null)
                .extracting(Acknowledgement::userName)
                .containsExactly("anna");
        assertThatThrownBy(() -> as(BERT, () -> acknowledgements.acknowledge(mine.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_job_shows_its_progress_ends_with_its_answer_and_can_be_stopped() throws Exception {
        var done = jobs.start("test", "Count", progress -> {
            progress.at(5, 10, "counting");
            return Map.of("count", 10);
        });
        var endless = jobs.start("test", "Endless", progress -> {
            while (true) {
                progress.at(1, 0, "running");
                Thread.sleep(20);
            }
        });
        jobs.cancel(endless.id());

        assertThat(ended(done.id()).result()).contains("10");
        assertThat(ended(endless.id()).state()).isEqualTo(ProgressJob.State.CANCELLED);
    }

    private ProgressJob ended(UUID id) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var job = jobs.get(id);
            if (job.state() != ProgressJob.State.RUNNING) {
                return job;
            }
            Thread.sleep(50);
        }
        return jobs.get(id);
    }

    private void account(UUID id, String name, String role) {
        jdbc.sql("""
                INSERT INTO identity.user_account (id, username, display_name, password_hash, roles)
                VALUES (:id, :name, :name, 'x', ARRAY[:role])
                ON CONFLICT DO NOTHING
                """).param("id", id).param("name", name).param("role", role).update();
    }

    private static ApprovalRequest order(String amount) {
        return new ApprovalRequest(
                "sales-order",
                UUID.randomUUID(),
                "SO-1",
                Map.of("amount", new BigDecimal(amount), "order_class", "RUSH"));
    }

    private static <T> T as(UUID user, Callable<T> work) {
        return As.by(new Actor(user, "someone", Actor.FIRST_ORGANISATION, null, Set.of("manager"), "test", "zh"), work);
    }

    private static String code(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }
}
