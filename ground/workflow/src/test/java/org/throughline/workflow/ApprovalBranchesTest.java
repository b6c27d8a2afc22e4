package org.throughline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.workflow.ApprovalScene.ANNA;
import static org.throughline.workflow.ApprovalScene.BERT;
import static org.throughline.workflow.ApprovalScene.CARL;
import static org.throughline.workflow.ApprovalScene.DORA;
import static org.throughline.workflow.ApprovalScene.SALES;
import static org.throughline.workflow.ApprovalScene.as;
import static org.throughline.workflow.ApprovalScene.code;
import static org.throughline.workflow.ApprovalScene.step;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.SystemActs;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.ApprovalDesk.When;
import org.throughline.workflow.ApprovalEntry.Act;

/** Several groups decide at the same time, and some people only read. */
@SpringJUnitConfig(ApprovalScene.class)
@ExtendWith(SystemActs.class)
class ApprovalBranchesTest {

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    Notices notices;

    @Autowired
    ApprovalScene scene;

    @BeforeEach
    void people() {
        scene.people();
    }

    @Test
    void branches_that_must_all_agree_are_asked_together_and_each_counts_for_itself() {
        scene.rule(parallel("ALL", step("ANY", "anna2", "bert2"), step("ALL", "carl2", "dora2")));
        var id = scene.submitted();

        as(CARL, () -> approvals.approve(id, null));
        as(ANNA, () -> approvals.approve(id, null));
        assertThat(code(() -> as(BERT, () -> approvals.approve(id, null))))
                .as("the first branch has decided")
                .isEqualTo("approval.already-decided");
        assertThat(as(DORA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void one_no_in_one_branch_rejects_when_all_branches_must_agree() {
        scene.rule(parallel("ALL", step("ANY", "anna2"), step("ANY", "carl2")));
        var id = scene.submitted();

        as(ANNA, () -> approvals.approve(id, null));
        assertThat(as(CARL, () -> approvals.reject(id, "没有产能")).state()).isEqualTo(State.REJECTED);
    }

    @Test
    void one_branch_is_enough_when_any_may_agree_and_a_no_counts_only_when_none_is_left() {
        scene.rule(parallel("ANY", step("ANY", "anna2"), step("ALL", "bert2", "carl2")));
        var granted = scene.submitted();
        assertThat(as(ANNA, () -> approvals.reject(granted, "太便宜")).state()).isEqualTo(State.WAITING);
        as(BERT, () -> approvals.approve(granted, null));
        assertThat(as(CARL, () -> approvals.approve(granted, null)).state()).isEqualTo(State.GRANTED);

        var rejected = scene.submitted();
        as(BERT, () -> approvals.reject(rejected, "不做"));
        assertThat(code(() -> as(CARL, () -> approvals.approve(rejected, null))))
                .isEqualTo("approval.already-decided");
        assertThat(as(ANNA, () -> approvals.reject(rejected, "太便宜")).state()).isEqualTo(State.REJECTED);
    }

    @Test
    void who_is_asked_in_two_branches_answers_once() {
        scene.rule(parallel("ALL", step("ANY", "anna2"), step("ALL", "anna2", "bert2")));
        var id = scene.submitted();

        as(ANNA, () -> approvals.approve(id, "两边都同意"));
        assertThat(as(BERT, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void somebody_asked_before_me_holds_up_my_branch_only() {
        scene.rule(parallel("ALL", step("ANY", "anna2"), step("ANY", "bert2")));
        var id = scene.submitted();

        as(ANNA, () -> desk.addSigner(id, CARL, When.BEFORE, "请先看"));
        as(BERT, () -> approvals.approve(id, null));
        assertThat(code(() -> as(ANNA, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        as(CARL, () -> approvals.approve(id, null));
        assertThat(as(ANNA, () -> approvals.approve(id, null)).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void those_who_only_read_are_told_when_the_rule_says_and_may_open_it_from_then_on() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")), """
                [{"users": ["bert2"], "when": "SUBMITTED"}, {"users": ["carl2"], "when": "GRANTED"},
                 {"users": ["dora2"], "when": "BOTH"}]""");
        var id = scene.submitted();

        assertThat(as(BERT, () -> desk.get(id)).id()).isEqualTo(id);
        assertThat(code(() -> as(BERT, () -> approvals.approve(id, null)))).isEqualTo("approval.not-your-turn");
        assertThat(code(() -> as(CARL, () -> desk.get(id)))).isEqualTo("record.not-found");
        assertThat(as(CARL, () -> desk.copiedToMe(10))).isEmpty();
        as(ANNA, () -> approvals.approve(id, null));

        assertThat(as(CARL, () -> desk.copiedToMe(10))).extracting(Approval::id).containsExactly(id);
        assertThat(desk.history(id))
                .extracting(ApprovalEntry::act)
                .containsExactly(Act.SUBMITTED, Act.COPIED, Act.APPROVED, Act.GRANTED, Act.COPIED);
        assertThat(desk.history(id).get(1).other()).isEqualTo("bert2, dora2");
        assertThat(as(DORA, () -> notices.mine(10)))
                .extracting(Notice::link)
                .filteredOn(("/approvals/" + id)::equals)
                .hasSize(2);
    }

    @Test
    void nobody_else_may_open_it() {
        scene.rule("[%s]".formatted(step("ANY", "anna2")));
        var id = scene.submitted();

        assertThat(as(SALES, () -> desk.get(id)).id()).isEqualTo(id);
        assertThat(code(() -> as(DORA, () -> desk.get(id)))).isEqualTo("record.not-found");
    }

    @Test
    void a_rule_that_cannot_be_read_is_refused_when_it_is_written() {
        assertThat(code(() -> scene.rule(parallel("SOMETIMES", step("ANY", "anna2")))))
                .isEqualTo("approval.malformed-rule");
        assertThat(code(() -> scene.rule("[%s]".formatted(step("ANY", "anna2")), "[{\"when\": \"GRANTED\"}]")))
                .isEqualTo("approval.malformed-rule");
    }

    private static String parallel(String join, String... branches) {
        return "[{\"join\":\"%s\",\"branches\":[%s]}]".formatted(join, String.join(",", branches));
    }
}
