package org.throughline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.workflow.ApprovalScene.ANNA;
import static org.throughline.workflow.ApprovalScene.BERT;
import static org.throughline.workflow.ApprovalScene.CARL;
import static org.throughline.workflow.ApprovalScene.DORA;
import static org.throughline.workflow.ApprovalScene.SALES;
import static org.throughline.workflow.ApprovalScene.as;
import static org.throughline.workflow.ApprovalScene.code;
import static org.throughline.workflow.ApprovalScene.request;
import static org.throughline.workflow.ApprovalScene.step;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.SystemActs;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.ApprovalDesk.When;
import org.throughline.workflow.ApprovalEntry.Act;

/** What users of approvals in this field take for granted, one sentence each. */
@SpringJUnitConfig(ApprovalScene.class)
@ExtendWith(SystemActs.class)
class ApprovalSemanticsTest {

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    ApprovalScene scene;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        scene.people();
    }

    @Test
    void of_three_who_must_all_agree_one_no_rejects() {
        scene.rule("[%s]".formatted(step("ALL", "anna2", "bert2", "carl2")));
        var id = scene.submitted();

        assertThat(as(ANNA, () -> approvals.approve(id, "好")).state()).isEqualTo(State.WAITING);
        assertThat(as(BERT, () -> approvals.reject(id, "太便宜")).state()).isEqualTo(State.REJECTED);
        assertThat(code(() -> as(CARL, () -> approvals.approve(id, null)))).isEqualTo("approval.already-decided");
    }

    @Test
    void two_of_three_are_enough_when_the_rule_says_two_and_one_no_does_no_harm() {
        scene.rule("[{\"users\":[\"anna2\",\"bert2\",\"carl2\"],\"mode\":\"SOME\",\"needed\":2}]");
        var id = scene.submitted();

        as(ANNA, () -> approvals.approve(id, null));
        assertThat(as(BERT, () -> approvals.reject(id, "不同意")).state()).isEqualTo(State.WAITING);
        assertThat(as(CARL, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void in_turn_the_second_is_asked_when_the_first_has_agreed() {
        scene.rule("[%s]".formatted(step("IN_TURN", "bert2", "anna2")));
        var id = scene.submitted();

        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        as(BERT, () -> approvals.approve(id, null));
        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void somebody_added_before_me_decides_first_and_it_comes_back_to_me() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")));
        var id = scene.submitted();

        as(ANNA, () -> desk.addSigner(id, BERT, When.BEFORE, "请先看"));
        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        assertThat(code(() -> as(BERT, () -> desk.addSigner(id, CARL, When.BEFORE, null))))
                .isEqualTo("approval.added-cannot-add");
        assertThat(as(BERT, () -> approvals.approve(id, "可以")).state()).isEqualTo(State.WAITING);
        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void somebody_added_after_me_decides_last_and_it_does_not_come_back() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")));
        var id = scene.submitted();

        assertThat(as(ANNA, () -> desk.addSigner(id, BERT, When.AFTER, "我同意，请复核"))
                        .state())
                .isEqualTo(State.WAITING);
        assertThat(as(BERT, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void sent_back_to_the_first_step_it_comes_straight_back_to_me_if_i_say_so() {
        scene.rule("[%s,%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2"), step("ANY", "carl2")));
        var id = scene.submitted();
        as(ANNA, () -> approvals.approve(id, null));
        as(BERT, () -> approvals.approve(id, null));

        assertThat(code(() -> as(CARL, () -> desk.sendBack(id, 2, "再看", true)))).isEqualTo("approval.no-earlier-step");
        assertThat(as(CARL, () -> desk.sendBack(id, 0, "价格再看一下", true)).step()).isZero();
        assertThat(as(ANNA, () -> approvals.approve(id, "看过了")).step()).isEqualTo(2);
        assertThat(as(CARL, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void sent_back_to_the_applicant_it_is_corrected_and_everybody_is_asked_again() {
        scene.rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2")));
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
        scene.rule("[%s]".formatted(step("ALL", "anna2", "bert2")));
        var first = scene.submitted();
        assertThat(as(SALES, () -> approvals.withdraw(first)).state()).isEqualTo(State.WITHDRAWN);

        var second = scene.submitted();
        as(ANNA, () -> approvals.approve(second, null));
        assertThat(code(() -> as(SALES, () -> approvals.withdraw(second)))).isEqualTo("approval.not-withdrawable");
    }

    @Test
    void an_approver_takes_the_answer_back_until_the_next_one_acts() {
        scene.rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2")));
        var id = scene.submitted();
        as(ANNA, () -> approvals.approve(id, null));

        assertThat(as(ANNA, () -> desk.takeBack(id)).step()).isZero();
        as(ANNA, () -> approvals.approve(id, null));
        as(BERT, () -> approvals.approve(id, null));
        assertThat(code(() -> as(ANNA, () -> desk.takeBack(id)))).isEqualTo("approval.too-late-to-take-back");
    }

    @Test
    void a_deputy_acts_for_an_absent_approver_and_a_circle_of_deputies_leads_nowhere() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")));
        represented(ANNA, BERT);
        var id = scene.submitted();
        var task = as(BERT, () -> approvals.approve(id, null))
                .steps()
                .getFirst()
                .tasks()
                .getFirst();
        assertThat(task.insteadOf()).isEqualTo("anna2");

        represented(BERT, ANNA);
        var other = scene.submitted();
        assertThat(as(ANNA, () -> approvals.approve(other, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void who_was_handed_the_task_decides_and_the_first_one_no_longer_does() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")));
        var id = scene.submitted();

        as(ANNA, () -> desk.handOver(id, DORA, "你更清楚"));
        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        assertThat(as(DORA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void who_has_agreed_is_not_asked_again_in_the_next_step() {
        scene.rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "anna2")));

        var id = scene.submitted();

        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
        assertThat(desk.history(id)).extracting(ApprovalEntry::act).contains(Act.PASSED);
    }

    @Test
    void an_approval_under_way_keeps_its_chain_when_the_rule_changes() {
        scene.rule("[%s,%s]".formatted(step("ANY", "anna2"), step("ANY", "bert2")));
        var id = scene.submitted();
        jdbc.sql("DELETE FROM workflow.approval_rule").update();
        scene.rule("[%s]".formatted(step("ANY", "carl2")));

        as(ANNA, () -> approvals.approve(id, null));
        assertThat(as(BERT, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void the_applicant_urges_once_an_hour() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")));
        var id = scene.submitted();

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
}
