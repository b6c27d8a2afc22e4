package org.throughline.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One walk of a record through its approval chain.
 *
 * @param step      the step that waits now, counted from 0; the number of steps once it is granted
 * @param steps     the chain as it was when the record was submitted; a later change of the rule does not touch it
 * @param rule      name of the rule that chose the chain; null: no rule matched, granted at once
 * @param endedAt   when it was granted, rejected or withdrawn; null while it waits
 */
public record Approval(
        UUID id,
        String recordType,
        UUID recordId,
        String title,
        State state,
        int step,
        List<Step> steps,
        @Nullable String rule,
        @Nullable UUID submittedBy,
        String submittedByName,
        Instant submittedAt,
        @Nullable Instant endedAt,
        int version) {

    public Approval {
        steps = List.copyOf(steps);
    }

    /** Where an approval stands. */
    public enum State {
        WAITING,
        GRANTED,
        REJECTED,
        WITHDRAWN
    }

    /** How many of a step's approvers must agree. */
    public enum Mode {
        /** The first who acts decides (或签). */
        ANY,
        /** Every one must agree, one no is a no (会签). */
        ALL
    }

    /**
     * One step of the chain.
     *
     * @param name    as people read it, e.g. {@code 销售经理}
     * @param mode    how many must agree
     * @param tasks   one for each approver
     * @param dueAt   until when; null: no limit
     */
    public record Step(
            String name,
            Mode mode,
            List<Task> tasks,
            @Nullable Instant dueAt) {

        public Step {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * What one approver has to do or has done.
     *
     * @param answer  null while it waits
     * @param comment in the approver's own words
     */
    public record Task(
            UUID user,
            String userName,
            @Nullable Answer answer,
            @Nullable String comment,
            @Nullable Instant at) {}

    /** What an approver said. */
    public enum Answer {
        APPROVED,
        REJECTED
    }

    /** The approvers who can act now and have not. */
    public List<Task> waitingTasks() {
        if (state != State.WAITING) {
            return List.of();
        }
        return steps.get(step).tasks().stream()
                .filter(task -> task.answer() == null)
                .toList();
    }
}
