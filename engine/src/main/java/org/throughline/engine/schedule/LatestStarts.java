package org.throughline.engine.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * When each operation of a schedule must begin at the latest (最晚开工), if everything keeps its machine and its turn, so that
 * every job ends by its due date less the shipping buffer, or when it ends in the schedule if that is later.
 *
 * <p>Walks from the last operation to the first. Longest waits and batch runs may ask for further walks. Cost: O(n log n + waits)
 * a walk.
 */
final class LatestStarts {

    private static final int NO_DRUM = -1;
    /** No bound. */
    private static final long FAR = Long.MAX_VALUE / 4;

    private final Network network;
    private final Buffers buffers;
    private final int drum;
    /** By operation number; null for what is not in the schedule. */
    private final @Nullable ScheduledOperation[] slots;

    private final Turns turns;
    private final int[] machine;
    private final WorkingCalendar[] calendar;
    private final long[] work;
    /** By job number: when its operations must have ended. */
    final long[] limit;
    /** The latest start of each operation. */
    final long[] start;

    private final long[] end;
    /** What longest waits and the others of a batch run leave of each start. */
    private final long[] cap;

    /**
     * @param schedule may lack operations of the network, and must not hold others
     * @throws org.throughline.engine.EngineRefusal {@code schedule.unknown} if it does, or the drum is no machine
     */
    LatestStarts(Network network, Schedule schedule, Buffers buffers) {
        this.network = network;
        this.buffers = buffers;
        var itsDrum = buffers.drum();
        drum = itsDrum == null ? NO_DRUM : network.machineNumber(itsDrum, "The buffers");
        int n = network.size();
        slots = new ScheduledOperation[n];
        machine = new int[n];
        calendar = new WorkingCalendar[n];
        work = new long[n];
        start = new long[n];
        end = new long[n];
        cap = new long[n];
        Arrays.fill(cap, FAR);
        schedule.operations().forEach(this::read);
        limit = limits(schedule);
        turns = new Turns(network, slots, machine);
        do {
            for (int k = turns.order.length - 1; k >= 0; k--) {
                settle(turns.order[k]);
            }
        } while (tighten());
    }

    /** The operations of the schedule by time. */
    int[] turns() {
        return turns.order;
    }

    boolean isScheduled(int operation) {
        return slots[operation] != null;
    }

    private void read(ScheduledOperation slot) {
        int i = network.operationNumber(slot.operation(), "The schedule");
        slots[i] = slot;
        start[i] = slot.start();
        end[i] = slot.end();
        machine[i] = network.machineNumber(slot.machine(), slot.operation());
        calendar[i] = network.calendar(i, machine[i]);
        for (var person : network.problem.people()) {
            if (slot.people().contains(person.id())) {
                calendar[i] = network.both(calendar[i], person.calendar());
            }
        }
        work[i] = calendar[i].workBetween(slot.start(), slot.end());
    }

    private long[] limits(Schedule schedule) {
        var ends = new HashMap<String, Long>();
        schedule.jobs().forEach(job -> ends.put(job.job(), job.end()));
        return network.problem.jobs().stream()
                .mapToLong(job -> {
                    var due = job.due();
                    long itsEnd = ends.getOrDefault(job.id(), Long.MIN_VALUE);
                    return due == null ? itsEnd : Math.max(itsEnd, due - buffers.shipping());
                })
                .toArray();
    }

    private ScheduledOperation slot(int operation) {
        return Objects.requireNonNull(slots[operation]);
    }

    /** The latest start of an operation, when those of all that come after it are known. */
    private void settle(int i) {
        if (network.operations[i].lock() != null) {
            start[i] = slot(i).start();
            end[i] = slot(i).end();
            return;
        }
        long by = limit[network.jobOf[i]];
        long from = cap[i];
        for (var turn : turns.after(i)) {
            by = Math.min(by, beforeSetup(turn));
        }
        for (var wait : network.arcs.after[i]) {
            if (slots[wait.after()] != null) {
                by = Math.min(by, endBefore(wait));
                from = Math.min(from, startBefore(wait));
            }
        }
        start[i] = Math.max(slot(i).start(), lastStart(i, Math.max(by, slot(i).end()), from));
        end[i] = calendar[i].addWork(start[i], work[i]);
    }

    private long beforeSetup(Turns.Turn turn) {
        int after = turn.operation();
        return network.crewCalendar[machine[after]].subtractWork(start[after], turn.setup());
    }

    private long lag(ArcTable.Wait wait) {
        boolean isForDrum = machine[wait.after()] == drum && machine[wait.before()] != drum;
        return wait.arc().lag()
                + network.journeys.minutes(machine[wait.before()], machine[wait.after()])
                + (isForDrum ? buffers.constraint() : 0);
    }

    /** When what is waited for must have ended. */
    private long endBefore(ArcTable.Wait wait) {
        int after = wait.after();
        var overlap = wait.arc().overlap();
        return overlap == null
                ? start[after] - lag(wait)
                : calendar[after].subtractWork(end[after], overlap.lastBatch()) - lag(wait);
    }

    /** When what is waited for must have started, so that its first batch is there. */
    private long startBefore(ArcTable.Wait wait) {
        var overlap = wait.arc().overlap();
        return overlap == null
                ? FAR
                : calendar[wait.before()].subtractWork(start[wait.after()] - lag(wait), overlap.firstBatch());
    }

    /** @param from not later, even if it could then still end in time */
    private long lastStart(int i, long by, long from) {
        if (work[i] == 0) {
            return Math.min(by, from);
        }
        if (!network.operations[i].interruptible()) {
            return LongestWork.latestStart(work[i], calendar[i], Math.min(by, from + work[i]), slot(i).start());
        }
        long last = calendar[i].subtractWork(by, work[i]);
        return last <= from ? last : Math.max(slot(i).start(), calendar[i].previousWorking(from + 1) - 1);
    }

    /** Brings forward what would follow too late, and what runs together; false if there is nothing. */
    private boolean tighten() {
        boolean isAny = false;
        for (int i : turns.order) {
            for (var wait : network.arcs.after[i]) {
                var most = wait.arc().most();
                if (most != null && slots[wait.after()] != null) {
                    isAny |= limitStart(wait.after(), end[i] + most);
                }
            }
        }
        for (var run : turns.runs) {
            isAny |= keepTogether(run);
        }
        return isAny;
    }

    private boolean keepTogether(List<Integer> run) {
        long first = run.stream().mapToLong(i -> start[i]).min().orElseThrow();
        boolean isAny = false;
        for (int i : run) {
            isAny |= limitStart(i, first);
        }
        return isAny;
    }

    private boolean limitStart(int operation, long mostStart) {
        if (network.operations[operation].lock() != null) {
            return false;
        }
        long most = Math.max(mostStart, slot(operation).start());
        boolean isLess = start[operation] > most;
        cap[operation] = isLess ? most : cap[operation];
        return isLess;
    }
}
