package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a complete board as records. */
final class ScheduleReport {

    private final Board board;
    private final Network network;
    private final long evaluations;
    private final Causes causes;
    private final Names names;
    private long setupMinutes;

    /** The name of an operation that stands on a timeline. */
    interface Names {
        String of(int operation);
    }

    ScheduleReport(Board board, long evaluations) {
        this(board, evaluations, null, operation -> board.network.operations[operation].id());
    }

    /** @param held the places before which operations were not to start */
    static ScheduleReport of(Board board, long evaluations, Goal held) {
        return new ScheduleReport(board, evaluations, held, operation -> board.network.operations[operation].id());
    }

    /** Reports the operations with numbers from 0; those with negative numbers are named only. */
    ScheduleReport(Board board, long evaluations, Names names) {
        this(board, evaluations, null, names);
    }

    private ScheduleReport(Board board, long evaluations, @Nullable Goal held, Names names) {
        this.board = board;
        this.names = names;
        network = board.network;
        this.evaluations = evaluations;
        causes = new Causes(board, held);
    }

    Schedule write() {
        var operations = operations();
        var jobs = jobs();
        return new Schedule(
                operations,
                jobs,
                Cost.of(board, Goal.of(network, Objective.byTardiness())).tardiness(),
                (int) jobs.stream().filter(job -> job.lateMinutes() > 0).count(),
                setupMinutes,
                jobs.stream().mapToLong(JobOutcome::end).max().orElse(network.problem.now()),
                evaluations);
    }

    List<ScheduledOperation> operations() {
        var operations = new ArrayList<ScheduledOperation>();
        for (int m = 0; m < board.timelines.length; m++) {
            if (!network.machine(m).unlimited()) {
                addTimeline(m, operations);
            }
        }
        for (int i = 0; i < network.size(); i++) {
            if (board.joined[i]) {
                // The run began when the one that began it could.
                var cause = new Cause(Cause.Kind.MACHINE, firstOfRun(i), board.start[i]);
                operations.add(record(i, 0, board.start[i], board.start[i], cause));
            } else if (network.machine(board.machineOf[i]).unlimited()) {
                operations.add(record(i, 0, board.start[i], board.start[i], causes.of(i, null, Long.MIN_VALUE)));
            }
        }
        operations.sort(Comparator.comparing(ScheduledOperation::machine)
                .thenComparingLong(ScheduledOperation::start)
                .thenComparingLong(ScheduledOperation::end)
                .thenComparing(ScheduledOperation::operation));
        return operations;
    }

    private String firstOfRun(int operation) {
        var timeline = board.timelines[board.machineOf[operation]];
        return names.of(timeline.operation(timeline.firstGapEndingAfter(board.start[operation] - 1)));
    }

    private void addTimeline(int machine, List<ScheduledOperation> operations) {
        var timeline = board.timelines[machine];
        var calendar = network.machine(machine).calendar();
        for (int k = 0; k < timeline.size(); k++) {
            int operation = timeline.operation(k);
            if (operation < 0) {
                continue;
            }
            long setup = network.setups.minutes(machine, timeline.familyBefore(k), timeline.ownFamily(k));
            long setUp = setup == 0 ? timeline.gapStart(k) : calendar.addWork(timeline.gapStart(k), setup);
            if (setUp > board.start[operation]) {
                // A locked operation that stood ready before the plan began.
                setup = 0;
                setUp = board.start[operation];
            }
            long setupStart =
                    setup == 0 ? board.start[operation] : calendar.subtractWork(board.start[operation], setup);
            long setupEnd = setup == 0 ? setupStart : calendar.addWork(setupStart, setup);
            if (setup > 0 && board.setupEnd[operation] > board.setupStart[operation]) {
                setupStart = board.setupStart[operation];
                setupEnd = board.setupEnd[operation];
                setUp = setupEnd;
            }
            setupMinutes += setup;
            var before = k == 0 ? null : names.of(timeline.operation(k - 1));
            operations.add(record(operation, setup, setupStart, setupEnd, causes.of(operation, before, setUp)));
        }
    }

    private ScheduledOperation record(int operation, long setup, long setupStart, long setupEnd, Cause cause) {
        return new ScheduledOperation(
                network.operations[operation].id(),
                network.job(operation).id(),
                network.machine(board.machineOf[operation]).id(),
                setupStart,
                setupEnd,
                setup,
                board.start[operation],
                board.end[operation],
                cause,
                Arrays.stream(board.people[operation])
                        .mapToObj(person -> network.problem.people().get(person).id())
                        .toList());
    }

    private List<JobOutcome> jobs() {
        int count = network.problem.jobs().size();
        long[] start = new long[count];
        long[] end = new long[count];
        java.util.Arrays.fill(start, Long.MAX_VALUE);
        java.util.Arrays.fill(end, Long.MIN_VALUE);
        for (int i = 0; i < network.size(); i++) {
            int j = network.jobOf[i];
            start[j] = Math.min(start[j], board.start[i]);
            end[j] = Math.max(end[j], board.end[i]);
        }
        var outcomes = new ArrayList<JobOutcome>();
        for (int j = 0; j < count; j++) {
            var job = network.problem.jobs().get(j);
            var due = job.due();
            if (end[j] != Long.MIN_VALUE) {
                long late = due == null ? 0 : Math.max(0, end[j] - due);
                outcomes.add(new JobOutcome(job.id(), start[j], end[j], late));
            }
        }
        return outcomes;
    }
}
