package org.throughline.workflow;

import org.throughline.kernel.RuleViolation;

/** An approval cannot be started, answered or withdrawn like this. */
public final class ApprovalRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ApprovalRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** The record already waits. */
    public static ApprovalRefused alreadyWaiting(String title) {
        return new ApprovalRefused("approval.already-waiting", "title", title);
    }

    /** A step of the chain names nobody who can act. */
    public static ApprovalRefused nobodyToAsk(String rule, String step) {
        return new ApprovalRefused("approval.nobody-to-ask", "rule", rule, "step", step);
    }

    /** Somebody else was faster. */
    public static ApprovalRefused alreadyDecided(String title, String state, String by) {
        return new ApprovalRefused("approval.already-decided", "title", title, "state", state, "by", by);
    }

    /** Not asked, or not yet. */
    public static ApprovalRefused notYourTurn(String title) {
        return new ApprovalRefused("approval.not-your-turn", "title", title);
    }

    /** Saying no needs a reason. */
    public static ApprovalRefused withoutReason(String title) {
        return new ApprovalRefused("approval.without-reason", "title", title);
    }

    /** Only the one who submitted withdraws, and only before anybody acted. */
    public static ApprovalRefused notWithdrawable(String title) {
        return new ApprovalRefused("approval.not-withdrawable", "title", title);
    }

    /** Somebody who was added by an approver cannot add a further one. */
    public static ApprovalRefused addedCannotAdd(String title) {
        return new ApprovalRefused("approval.added-cannot-add", "title", title);
    }

    /** This person is asked already. */
    public static ApprovalRefused alreadyAsked(String title, String person) {
        return new ApprovalRefused("approval.already-asked", "title", title, "person", person);
    }

    /** Back only to a step before the one that waits. */
    public static ApprovalRefused noEarlierStep(String title) {
        return new ApprovalRefused("approval.no-earlier-step", "title", title);
    }

    /** Urging again and again helps nobody. */
    public static ApprovalRefused justReminded(String title, long minutes) {
        return new ApprovalRefused("approval.just-reminded", "title", title, "minutes", minutes);
    }

    /** Only the applicant urges, and only while it waits. */
    public static ApprovalRefused notRemindable(String title) {
        return new ApprovalRefused("approval.not-remindable", "title", title);
    }

    /** Somebody has acted since, or the chain has ended. */
    public static ApprovalRefused tooLateToTakeBack(String title) {
        return new ApprovalRefused("approval.too-late-to-take-back", "title", title);
    }

    /** A delegation of somebody to himself, or with its days the wrong way round. */
    public static ApprovalRefused badDelegation() {
        return new ApprovalRefused("approval.bad-delegation");
    }

    /** The rule itself is malformed. */
    public static ApprovalRefused malformedRule(String rule, String reason) {
        return new ApprovalRefused("approval.malformed-rule", "rule", rule, "reason", reason);
    }
}
