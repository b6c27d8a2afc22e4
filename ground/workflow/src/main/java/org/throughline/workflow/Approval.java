package org.throughline.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Which of a step's branches must agree. */
    public enum Join {
        /** Every one, each for itself and at the same time (并行会签). */
        ALL,
        /** One is enough; a no counts only when no branch is left (并行或签). */
        ANY
    }

    /**
     * Some of those a step asks, who agree among themselves.
     *
     * @param name   as people read it; a role's code where the rule gives no name
     * @param needed of {@link Mode#SOME}: how many must agree
     */
    public record Branch(String name, Mode mode, int needed) {

        boolean isDone(List<Task> tasks) {
            boolean added = tasks.stream()
                    .anyMatch(task -> task.isOpen() && (task.kind() == Kind.AFTER || task.kind() == Kind.BEFORE));
            var voters = tasks.stream().filter(Task::votes).toList();
            long agreed = voters.stream().filter(Task::agrees).count();
            return !added
                    && switch (mode) {
                        case ANY -> agreed > 0;
                        case SOME -> agreed >= needed;
                        case ALL, IN_TURN -> agreed == voters.size();
                    };
        }

        boolean isLost(List<Task> tasks) {
            if (mode != Mode.SOME) {
                return tasks.stream().anyMatch(task -> task.answer() == Answer.REJECTED);
            }
            return tasks.stream()
                            .filter(task -> task.votes() && task.answer() != Answer.REJECTED)
                            .count()
                    < needed;
        }
    }

    /**
     * What one approver has to do or has done.
     *
     * @param branch     of the step, from 0
     * @param beforeTask of {@link Kind#BEFORE}: the task that waits for this one
     * @param addedBy    who asked this person too, by name; null: the rule
     * @param insteadOf  for whom this person acts, by name; null: for himself
     * @param answer     null while it waits
     * @param comment    in the approver's own words
     */
    public record Task(
            UUID id,
            int branch,
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
        public static Task asked(UUID id, int branch, UUID user, String userName) {
            return new Task(id, branch, user, userName, Kind.ASKED, null, null, null, null, null, null);
        }

        boolean isOpen() {
            return answer == null;
        }

        boolean agrees() {
            return answer == Answer.APPROVED;
        }

        boolean votes() {
            return kind == Kind.ASKED || kind == Kind.BESIDE;
        }
    }

    /**
     * One step of the chain.
     *
     * @param name     as people read it, e.g. {@code 销售经理}; a role's code where the rule gives no name; empty where
     *                 only its branches have names
     * @param branches asked at the same time; one for a plain step
     * @param tasks    one for each approver of each branch, in their order
     * @param escalate the role asked when nobody answers in time; null: nobody
     * @param dueAt    until when; null: no limit, or not begun
     */
    public record Step(
            String name,
            Join join,
            List<Branch> branches,
            List<Task> tasks,
            @Nullable String escalate,
            @Nullable Instant dueAt) {

        /** Copies branches and tasks. */
        public Step {
            branches = List.copyOf(branches);
            tasks = List.copyOf(tasks);
        }

        /** As people read it: the step's own name, or those of its branches. */
        public String label() {
            return name.isEmpty() ? branches.stream().map(Branch::name).collect(Collectors.joining(" + ")) : name;
        }

        /** A step that asks all its people together. */
        public static Step plain(String name, Mode mode, List<Task> tasks) {
            return new Step(name, Join.ALL, List.of(new Branch(name, mode, 1)), tasks, null, null);
        }

        /** Those who can act now and have not; a branch that has decided asks nobody any more. */
        public List<Task> waiting() {
            return tasks.stream()
                    .filter(task -> task.isOpen() && !hasToWait(task))
                    .filter(task -> task.kind() == Kind.RAISED || !isDecided(task.branch()))
                    .toList();
        }

        /** Whether this person will be asked here, but others come first. */
        public boolean asksLater(@Nullable UUID user) {
            return tasks.stream()
                    .anyMatch(task ->
                            task.isOpen() && task.user().equals(user) && hasToWait(task) && !isDecided(task.branch()));
        }

        /** Whether the step has agreed, those added by its approvers included. */
        public boolean isDone() {
            boolean raised = tasks.stream().anyMatch(task -> task.kind() == Kind.RAISED && task.agrees());
            return raised
                    || switch (join) {
                        case ALL -> numbers().allMatch(this::isDone);
                        case ANY -> numbers().anyMatch(this::isDone);
                    };
        }

        /** Whether a no has decided the step. */
        public boolean isLost() {
            boolean raised =
                    tasks.stream().anyMatch(task -> task.kind() == Kind.RAISED && task.answer() == Answer.REJECTED);
            return raised
                    || switch (join) {
                        case ALL -> numbers().anyMatch(this::isLost);
                        case ANY -> numbers().allMatch(this::isLost);
                    };
        }

        private IntStream numbers() {
            return IntStream.range(0, branches.size());
        }

        private boolean isDone(int branch) {
            return branches.get(branch).isDone(tasksOf(branch));
        }

        private boolean isLost(int branch) {
            return branches.get(branch).isLost(tasksOf(branch));
        }

        private boolean isDecided(int branch) {
            return isDone(branch) || isLost(branch);
        }

        private List<Task> tasksOf(int branch) {
            return tasks.stream()
                    .filter(task -> task.branch() == branch && task.kind() != Kind.RAISED)
                    .toList();
        }

        private boolean hasToWait(Task task) {
            boolean before =
                    tasks.stream().anyMatch(other -> other.isOpen() && Objects.equals(other.beforeTask(), task.id()));
            boolean inTurn =
                    task.kind() == Kind.ASKED && branches.get(task.branch()).mode() == Mode.IN_TURN;
            return before
                    || (inTurn
                            && tasksOf(task.branch()).stream()
                                    .filter(other -> other.isOpen() && other.kind() == Kind.ASKED)
                                    .findFirst()
                                    .filter(other -> !other.equals(task))
                                    .isPresent());
        }
    }

    /** The approvers who can act now and have not. */
    public List<Task> waitingTasks() {
        return state == State.WAITING ? steps.get(step).waiting() : List.of();
    }

    /** What waits for this person now: more than one task if he is asked in several branches. */
    public List<Task> waitingFor(@Nullable UUID user) {
        return waitingTasks().stream().filter(task -> task.user().equals(user)).toList();
    }
}
