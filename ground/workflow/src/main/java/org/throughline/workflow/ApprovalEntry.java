package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an approval.
 *
 * @param user  who did it; null: the system
 * @param step  the step that waited then, from 0
 * @param other whom it concerned, by name; null: nobody else
 */
public record ApprovalEntry(
        int number,
        Instant at,
        @Nullable UUID user,
        String userName,
        Act act,
        int step,
        @Nullable String comment,
        @Nullable String other) {

    /** What was done. */
    public enum Act {
        SUBMITTED,
        SUBMITTED_AGAIN,
        APPROVED,
        /** Agreed earlier in the same chain, so not asked again. */
        PASSED,
        REJECTED,
        RETURNED,
        WITHDRAWN,
        TAKEN_BACK,
        ADDED_BEFORE,
        ADDED_AFTER,
        ADDED_BESIDE,
        HANDED_OVER,
        /** A deputy acts for an absent approver. */
        DELEGATED,
        /** Those who only read it were told. */
        COPIED,
        REMINDED,
        OVERDUE,
        RAISED,
        GRANTED
    }
}
