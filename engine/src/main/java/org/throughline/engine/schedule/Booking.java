package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A schedule that stands, beside which further jobs can be placed without moving it. Immutable. */
public final class Booking {

    private final ScheduleProblem problem;
    private final List<ScheduledOperation> slots;
    private final Network network;
    private final Board board;
    private final Board empty;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();

    private Booking(ScheduleProblem problem, List<ScheduledOperation> slots) {
        this.problem = problem;
        this.slots = List.copyOf(slots);
        // The booked operations stand with their times; the network is only asked for machines, setups and resources.
        network = Network.of(problem);
        board = new Board(network);
        empty = new Board(network);
        var sorted = new ArrayList<>(slots);
        sorted.sort(Comparator.comparingLong(ScheduledOperation::start).thenComparingLong(ScheduledOperation::end));
        for (var slot : sorted) {
            int operation = network.operationNumber(slot.operation(), "The schedule");
            int machine = network.machineNumber(slot.machine(), slot.operation());
            names.add(slot.operation());
            ends.put(slot.operation(), slot.end());
            board.book(operation, -names.size(), machine, slot);
        }
    }

    /** @throws org.throughline.engine.EngineRefusal {@code schedule.unknown} if the schedule is not one of the problem */
    public static Booking of(ScheduleProblem problem, Schedule schedule) {
        return new Booking(problem, schedule.operations());
    }

    /** The same bookings on machines of which some have other calendars. Cost: as making it anew. */
    public Booking withMachines(UnaryOperator<Machine> change) {
        var machines = problem.machines().stream().map(change).toList();
        var changed = problem.withMachines(machines);
        return new Booking(changed, slots);
    }

    /**
     * With further jobs booked where {@link #place} put them. Cost: as making it anew.
     *
     * @param placements one for each operation of the jobs
     */
    public Booking with(List<Job> jobs, List<Arc> arcs, List<ScheduledOperation> placements) {
        var grown = problem.withJobs(joined(problem.jobs(), jobs), joined(problem.arcs(), arcs));
        return new Booking(grown, joined(slots, placements));
    }

    private static <T> List<T> joined(List<T> first, List<T> further) {
        var all = new ArrayList<>(first);
        all.addAll(further);
        return all;
    }

    /** As if a job were not booked. Cost: as making it anew. */
    public Booking without(Job job) {
        return new Booking(
                problem,
                slots.stream().filter(slot -> !slot.job().equals(job.id())).toList());
    }

    /** The job to which a booked operation belongs. */
    public Optional<Job> jobOf(String operation) {
        return slot(operation)
                .flatMap(slot -> problem.jobs().stream()
                        .filter(job -> job.id().equals(slot.job()))
                        .findFirst());
    }

    /** Where an operation is booked. */
    public Optional<ScheduledOperation> slot(String operation) {
        return slots.stream().filter(slot -> slot.operation().equals(operation)).findFirst();
    }

    /** The booked operations of a job, by machine and start. */
    public List<ScheduledOperation> bookedOf(Job job) {
        return slots.stream().filter(slot -> slot.job().equals(job.id())).toList();
    }

    public ScheduleProblem problem() {
        return problem;
    }

    /**
     * Places the jobs one operation after the other, each where it ends first.
     *
     * @param arcs may name booked operations as {@code before}: then their end and the lag are a date for material, and the
     *     longest wait counts from their end
     * @return the placements by machine and start, with what fixed each start
     * @throws org.throughline.engine.EngineRefusal {@code schedule.never-fits} also if what follows something booked stands
     *     later than its longest wait allows
     */
    public List<ScheduledOperation> place(List<Job> jobs, List<Arc> arcs) {
        var asked = asked(jobs, arcs);
        var placements = place(asked, board);
        requireSoonEnough(asked, arcs, placements);
        return placements;
    }

    /** As {@link #place}, as if nothing were booked; nothing is too late for what is booked. */
    public List<ScheduledOperation> placeAlone(List<Job> jobs, List<Arc> arcs) {
        return place(asked(jobs, arcs), empty);
    }

    private Network asked(List<Job> jobs, List<Arc> arcs) {
        var waits = new ArrayList<Arc>();
        var bounds = new HashMap<String, Arc>();
        for (var arc : arcs) {
            if (ends.containsKey(arc.before())) {
                bounds.merge(arc.after(), arc, this::later);
            } else {
                waits.add(arc);
            }
        }
        return network.withJobs(jobs.stream().map(job -> bounded(job, bounds)).toList(), waits);
    }

    private List<ScheduledOperation> place(Network asked, Board booked) {
        var beside = new Board(asked, booked);
        double[] key = new double[asked.size()];
        new Decoder(asked).fill(beside, key);
        return new ScheduleReport(beside, 1, operation -> name(asked, operation)).operations();
    }

    private void requireSoonEnough(Network asked, List<Arc> arcs, List<ScheduledOperation> placements) {
        for (var arc : arcs) {
            var end = ends.get(arc.before());
            var most = arc.most();
            if (end == null || most == null) {
                continue;
            }
            for (var slot : placements) {
                var operation = operation(asked, slot);
                if (slot.operation().equals(arc.after()) && operation.lock() == null && slot.start() > end + most) {
                    throw Network.neverFits(
                            operation, "it cannot start within its longest wait after %s".formatted(arc.before()));
                }
            }
        }
    }

    private static Operation operation(Network of, ScheduledOperation slot) {
        return of.operations[of.operationNumber(slot.operation(), "The schedule")];
    }

    private String name(Network asked, int operation) {
        return operation < 0 ? names.get(-operation - 1) : asked.operations[operation].id();
    }

    /** The earliest start of what waits for another placement by an arc, with the transport between their plants. */
    public long earliestAfter(ScheduledOperation before, Arc arc, ScheduledOperation after) {
        int from = network.machineNumber(before.machine(), before.operation());
        int to = network.machineNumber(after.machine(), after.operation());
        return before.end() + arc.lag() + network.journeys.minutes(from, to);
    }

    /** When something booked allows to start what waits for it; empty if {@code before} is not booked. */
    public OptionalLong boundOf(Arc arc) {
        return ends.containsKey(arc.before()) ? OptionalLong.of(bound(arc)) : OptionalLong.empty();
    }

    private Arc later(Arc first, Arc second) {
        return bound(first) >= bound(second) ? first : second;
    }

    private long bound(Arc arc) {
        return ends.getOrDefault(arc.before(), Long.MIN_VALUE) + arc.lag();
    }

    private Job bounded(Job job, Map<String, Arc> bounds) {
        if (bounds.isEmpty()) {
            return job;
        }
        var operations = job.operations().stream()
                .map(operation -> {
                    var arc = bounds.get(operation.id());
                    return arc == null || bound(arc) <= operation.materialReady()
                            ? operation
                            : operation.withMaterial(bound(arc), arc.before());
                })
                .toList();
        return new Job(job.id(), job.release(), job.due(), job.weight(), operations, job.sequential());
    }
}
