package org.throughline.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One walk of a record through its approval chain.
 *
 * <pre>
 * WAITING --last step agrees--> GRANTED
 *    |--no--> REJECTED            RETURNED --submitted again--> WAITING
 *    +--back to the applicant--> RETURNED --withdrawn--> WITHDRAWN
 * </pre>
 *
 * @param step         the step that waits now, counted from 0; the number of steps once it is granted
 * @param steps        the chain as it was when the record was submitted; a later change of the rule does not touch it
 * @param rule         name of the rule that chose the chain; null: no rule matched, granted at once
 * @param straightBack after a return the step that goes on when it is submitted again; null: all are asked again
 * @param endedAt      when it was granted, rejected or withdrawn; null while it waits
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
        @Nullable Integer straightBack,
        @Nullable Instant endedAt,
        int version) {

    /** Copies the steps. */
    public Approval {
        steps = List.copyOf(steps);
    }

    /** Where an approval stands. */
    public enum State {
        WAITING,
        /** The applicant has to correct it and submit it again. */
        RETURNED,
        GRANTED,
        REJECTED,
        WITHDRAWN
    }

    /** How many of a step's approvers must agree. */
    public enum Mode {
        /** The first who acts decides (或签). */
        ANY,
        /** Every one must agree, one no is a no (会签). */
        ALL,
        /** A given number must agree; a no counts only when that number cannot be reached any more (票签). */
        SOME,
        /** Every one must agree, one after the other (依次). */
        IN_TURN
    }

    /** How somebody came to be asked. */
    public enum Kind {
        /** By the rule. */
        ASKED,
        /** By an approver, before that approver decides (前加签). */
        BEFORE,
        /** By an approver who has agreed, to decide after (后加签). */
        AFTER,
        /** By an approver, beside the others (并加签); does not raise the number that must agree. */
        BESIDE,
        /** Because nobody answered in time; alone decides the step. */
        RAISED
    }

    /** What an approver said. */
    public enum Answer {
        APPROVED,
        REJECTED
    }

    /**
     * What one approver has to do or has done.
     *
     * @param beforeTask of {@link Kind#BEFORE}: the task that waits for this one
     * @param addedBy    who asked this person too, by name; null: the rule
     * @param insteadOf  for whom this person acts, by name; null: for himself
     * @param answer     null while it waits
     * @param comment    in the approver's own words
     */
    public record Task(
            UUID id,
            UUID user,
            String userName,
            Kind kind,
            @Nullable UUID beforeTask,
            @Nullable String addedBy,
            @Nullable String insteadOf,
            @Nullable Answer answer,
            @Nullable String comment,
            @Nullable Instant at) {

        /** A task that the rule gives to a person. */
        public static Task asked(UUID id, UUID user, String userName) {
            return new Task(id, user, userName, Kind.ASKED, null, null, null, null, null, null);
        }

        boolean isOpen() {
            return answer == null;
        }

        boolean agrees() {
            return answer == Answer.APPROVED;
        }
    }

    /**
     * One step of the chain.
     *
     * @param name     as people read it, e.g. {@code 销售经理}; a role's code where the rule gives no name
     * @param needed   of {@link Mode#SOME}: how many must agree
     * @param tasks    one for each approver, in their order
     * @param escalate the role asked when nobody answers in time; null: nobody
     * @param dueAt    until when; null: no limit, or not begun
     */
    public record Step(
            String name,
            Mode mode,
            int needed,
            List<Task> tasks,
            @Nullable String escalate,
            @Nullable Instant dueAt) {

        /** Copies the tasks. */
        public Step {
            tasks = List.copyOf(tasks);
        }

        /** Those who can act now and have not. */
        public List<Task> waiting() {
            var turn = tasks.stream()
                    .filter(task -> task.isOpen() && task.kind() == Kind.ASKED)
                    .findFirst();
            return tasks.stream()
                    .filter(task -> task.isOpen() && !hasToWait(task))
                    .filter(task -> mode != Mode.IN_TURN || task.kind() != Kind.ASKED || task.equals(turn.orElse(null)))
                    .toList();
        }

        /** Whether the step has agreed, those added by its approvers included. */
        public boolean isDone() {
            boolean added = tasks.stream()
                    .anyMatch(task -> task.isOpen() && (task.kind() == Kind.AFTER || task.kind() == Kind.BEFORE));
            if (tasks.stream().anyMatch(task -> task.kind() == Kind.RAISED && task.agrees())) {
                return true;
            }
            var voters = tasks.stream()
                    .filter(task -> task.kind() == Kind.ASKED || task.kind() == Kind.BESIDE)
                    .toList();
            long agreed = voters.stream().filter(Task::agrees).count();
            return !added
                    && switch (mode) {
                        case ANY -> agreed > 0;
                        case SOME -> agreed >= needed;
                        case ALL, IN_TURN -> agreed == voters.size();
                    };
        }

        /** Whether a no has decided the step. */
        public boolean isLost() {
            if (mode != Mode.SOME) {
                return tasks.stream().anyMatch(task -> task.answer() == Answer.REJECTED);
            }
            long possible = tasks.stream()
                    .filter(task -> task.kind() == Kind.ASKED || task.kind() == Kind.BESIDE)
                    .filter(task -> task.answer() != Answer.REJECTED)
                    .count();
            return possible < needed
                    || tasks.stream().anyMatch(task -> task.kind() == Kind.RAISED && task.answer() == Answer.REJECTED);
        }

        private boolean hasToWait(Task task) {
            return tasks.stream().anyMatch(other -> other.isOpen() && Objects.equals(other.beforeTask(), task.id()));
        }
    }

    /** The approvers who can act now and have not. */
    public List<Task> waitingTasks() {
        return state == State.WAITING ? steps.get(step).waiting() : List.of();
    }
}
