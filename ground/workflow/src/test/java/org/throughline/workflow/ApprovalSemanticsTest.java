package org.throughline.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.Actor;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.Records;
import org.throughline.records.RecordsGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.ApprovalDesk.When;
import org.throughline.workflow.ApprovalEntry.Act;

/** What users of approvals in this field take for granted, one sentence each. */
@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    WorkflowGround.class,
    WorkflowTest.Heard.class
})
@ExtendWith(SystemActs.class)
class ApprovalSemanticsTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a2");
    private static final UUID BERT = UUID.fromString("00000000-0000-7000-8000-0000000000b2");
    private static final UUID CARL = UUID.fromString("00000000-0000-7000-8000-0000000000c2");
    private static final UUID DORA = UUID.fromString("00000000-0000-7000-8000-0000000000d2");
    private static final UUID SALES = UUID.fromString("00000000-0000-7000-8000-0000000000e2");

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    Records records;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        jdbc.sql("DELETE FROM workflow.approval_rule").update();
        jdbc.sql("DELETE FROM workflow.delegation").update();
        Map.of(ANNA, "anna2", BERT, "bert2", CARL, "carl2", DORA, "dora2", SALES, "sales2")
                .forEach((id, name) ->
                        jdbc.sql("""
                        INSERT INTO identity.user_account (id, username, display_name, password_hash, roles)
                        VALUES (:id, :name, :name, 'x', '{engineer}')
                        ON CONFLICT (id) DO UPDATE SET active = true
                        """).param("id", id).param("name", name).update());
    }

    @Test
    void of_three_who_must_all_agree_one_no_rejects() {
        rule("[%s]".formatted(step("ALL", "anna2", "bert2", "carl2")));
        var id = submitted();

        assertThat(as(ANNA, () -> approvals.approve(id, "好")).state()).isEqualTo(State.WAITING);
        assertThat(as(BERT, () -> approvals.reject(id, "太便宜")).state()).isEqualTo(State.REJECTED);
        assertThat(code(() -> as(CARL, () -> approvals.approve(id, null)))).isEqualTo("approval.already-decided");
    }

    @Test
    void two_of_three_are_enough_when_the_rule_says_two_and_one_no_does_no_harm() {
        rule("[{\"users\":[\"anna2\",\"bert2\",\"carl2\"],\"mode\":\"SOME\",\"needed\":2}]");
        var id = submitted();

        as(ANNA, () -> approvals.approve(id, null));
        assertThat(as(BERT, () -> approvals.reject(id, "不同意")).state()).isEqualTo(State.WAITING);
        assertThat(as(CARL, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void in_turn_the_second_is_asked_when_the_first_has_agreed() {
        rule("[%s]".formatted(step("IN_TURN", "bert2", "anna2")));
        var id = submitted();

        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        as(BERT, () -> approvals.approve(id, null));
        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void somebody_added_before_me_decides_first_and_it_comes_back_to_me() {
        rule("[%s]".formatted(step("ANY", "anna2")));
        var id = submitted();

        as(ANNA, () -> desk.addSigner(id, BERT, When.BEFORE, "请先看"));
        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        assertThat(code(() -> as(BERT, () -> desk.addSigner(id, CARL, When.BEFORE, null))))
                .isEqualTo("approval.added-cannot-add");
        assertThat(as(BERT, () -> approvals.approve(id, "可以")).state()).isEqualTo(State.WAITING);
        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void somebody_added_after_me_decides_last_and_it_does_not_come_back() {
        rule("[%s]".formatted(step("ANY", "anna2")));
        var id = submitted();

        assertThat(as(ANNA, () -> desk.addSigner(id, BERT, When.AFTER, "我同意，请复核"))
                        .state())
                .isEqualTo(State.WAITING);
        assertThat(as(BERT, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void sent_back_to_the_first_step_it_comes_straight_back_to_me_if_i_say_so() {
        rule("[%s,%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2"), step("ANY", "carl2")));
        var id = submitted();
        as(ANNA, () -> approvals.approve(id, null));
        as(BERT, () -> approvals.approve(id, null));

        assertThat(code(() -> as(CARL, () -> desk.sendBack(id, 2, "再看", true)))).isEqualTo("approval.no-earlier-step");
        assertThat(as(CARL, () -> desk.sendBack(id, 0, "价格再看一下", true)).step()).isZero();
        assertThat(as(ANNA, () -> approvals.approve(id, "看过了")).step()).isEqualTo(2);
        assertThat(as(CARL, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void sent_back_to_the_applicant_it_is_corrected_and_everybody_is_asked_again() {
        rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2")));
        var request = request();
        var id = as(SALES, () -> approvals.submit(request)).id();
        as(ANNA, () -> approvals.approve(id, null));

        assertThat(code(() -> as(BERT, () -> desk.sendBack(id, -1, " ", false))))
                .isEqualTo("approval.without-reason");
        assertThat(as(BERT, () -> desk.sendBack(id, -1, "少了图纸", false)).state()).isEqualTo(State.RETURNED);
        var again = as(SALES, () -> approvals.submit(request));

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.step()).isZero();
        assertThat(desk.history(id))
                .extracting(ApprovalEntry::act)
                .containsExactly(Act.SUBMITTED, Act.APPROVED, Act.RETURNED, Act.SUBMITTED_AGAIN);
    }

    @Test
    void the_applicant_takes_it_back_until_somebody_has_acted() {
        rule("[%s]".formatted(step("ALL", "anna2", "bert2")));
        var first = submitted();
        assertThat(as(SALES, () -> approvals.withdraw(first)).state()).isEqualTo(State.WITHDRAWN);

        var second = submitted();
        as(ANNA, () -> approvals.approve(second, null));
        assertThat(code(() -> as(SALES, () -> approvals.withdraw(second)))).isEqualTo("approval.not-withdrawable");
    }

    @Test
    void an_approver_takes_the_answer_back_until_the_next_one_acts() {
        rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2")));
        var id = submitted();
        as(ANNA, () -> approvals.approve(id, null));

        assertThat(as(ANNA, () -> desk.takeBack(id)).step()).isZero();
        as(ANNA, () -> approvals.approve(id, null));
        as(BERT, () -> approvals.approve(id, null));
        assertThat(code(() -> as(ANNA, () -> desk.takeBack(id)))).isEqualTo("approval.too-late-to-take-back");
    }

    @Test
    void a_deputy_acts_for_an_absent_approver_and_a_circle_of_deputies_leads_nowhere() {
        rule("[%s]".formatted(step("ANY", "anna2")));
        represented(ANNA, BERT);
        var id = submitted();
        var task = as(BERT, () -> approvals.approve(id, null))
                .steps()
                .getFirst()
                .tasks()
                .getFirst();
        assertThat(task.insteadOf()).isEqualTo("anna2");

        represented(BERT, ANNA);
        var other = submitted();
        assertThat(as(ANNA, () -> approvals.approve(other, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void who_was_handed_the_task_decides_and_the_first_one_no_longer_does() {
        rule("[%s]".formatted(step("ANY", "anna2")));
        var id = submitted();

        as(ANNA, () -> desk.handOver(id, DORA, "你更清楚"));
        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        assertThat(as(DORA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void who_has_agreed_is_not_asked_again_in_the_next_step() {
        rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "anna2")));

        var id = submitted();

        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
        assertThat(desk.history(id)).extracting(ApprovalEntry::act).contains(Act.PASSED);
    }

    @Test
    void an_approval_under_way_keeps_its_chain_when_the_rule_changes() {
        rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2")));
        var id = submitted();
        jdbc.sql("DELETE FROM workflow.approval_rule").update();
        rule("[%s]".formatted(step("ANY", "carl2")));

        as(ANNA, () -> approvals.approve(id, null));
        assertThat(as(BERT, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void the_applicant_urges_once_an_hour() {
        rule("[%s]".formatted(step("ANY", "anna2")));
        var id = submitted();

        as(SALES, () -> desk.remind(id));
        assertThat(code(() -> as(SALES, () -> desk.remind(id)))).isEqualTo("approval.just-reminded");
        assertThat(code(() -> as(BERT, () -> desk.remind(id)))).isEqualTo("approval.not-remindable");
    }

    private void represented(UUID user, UUID deputy) {
        jdbc.sql("""
                INSERT INTO workflow.delegation (id, user_id, deputy_id, from_day, until_day)
                VALUES (gen_random_uuid(), :user, :deputy, :from, :until)
                """)
                .param("user", user)
                .param("deputy", deputy)
                .param("from", LocalDate.of(2020, 1, 1))
                .param("until", LocalDate.of(2100, 1, 1))
                .update();
    }

    private static String step(String mode, String... users) {
        return "{\"users\":[\"%s\"],\"mode\":\"%s\"}".formatted(String.join("\",\"", users), mode);
    }

    private void rule(String steps) {
        records.create("approval-rule", Map.of("name", "规则", "record_type", "sales-order", "steps", steps));
    }

    private UUID submitted() {
        var request = request();
        return as(SALES, () -> approvals.submit(request)).id();
    }

    private static ApprovalRequest request() {
        return new ApprovalRequest("sales-order", UUID.randomUUID(), "SO-1", Map.of("amount", new BigDecimal("1")));
    }

    private static <T> T as(UUID user, Callable<T> work) {
        return As.by(
                new Actor(user, "someone", Actor.FIRST_ORGANISATION, null, Set.of("engineer"), "test", "zh"), work);
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
