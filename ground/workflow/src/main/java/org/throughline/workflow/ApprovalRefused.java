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

    /** The rule itself is malformed. */
    public static ApprovalRefused malformedRule(String rule, String reason) {
        return new ApprovalRefused("approval.malformed-rule", "rule", rule, "reason", reason);
    }
}
