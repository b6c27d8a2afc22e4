package org.throughline.engine.promise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.Booking;
import org.throughline.engine.schedule.Cause;
import org.throughline.engine.schedule.Predecessors;
import org.throughline.engine.schedule.Schedule;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.ScheduledOperation;

/** The booked schedule, prepared to be asked often. Immutable; may be asked from many threads. */
public final class PromiseBoard {

    private final Booking booking;

    private PromiseBoard(Booking booking) {
        this.booking = booking;
    }

    /**
     * Prepares the gaps between what is booked; cost O(n log n).
     *
     * @param problem machines, calendars, setups and resources of the schedule
     */
    public static PromiseBoard of(ScheduleProblem problem, Schedule schedule) {
        return new PromiseBoard(Booking.of(problem, schedule));
    }

    /**
     * The earliest completion of the inquiry in the gaps; nothing booked moves.
     *
     * @throws IllegalArgumentException if the inquiry has no operation
     * @throws org.throughline.engine.EngineRefusal as {@link org.throughline.engine.schedule.Scheduler#schedule}
     */
    public PromiseAnswer earliest(Inquiry inquiry) {
        var placements = booking.place(inquiry.jobs(), inquiry.arcs());
        if (placements.isEmpty()) {
            throw new IllegalArgumentException("The inquiry has no operation.");
        }
        return answer(booking, inquiry, placements, completion(booking.placeAlone(inquiry.jobs(), inquiry.arcs())));
    }

    /** The board on which the inquiry is booked as answered. Cost: as {@link #of}. */
    public PromiseBoard with(Inquiry inquiry, PromiseAnswer answer) {
        return new PromiseBoard(booking.with(inquiry.jobs(), inquiry.arcs(), answer.placements()));
    }

    /**
     * Ways to be done earlier than {@link #earliest} says, each alone, with what it costs: those in time first, the cheapest
     * first. Cost: a few times preparing the board for overtime and moved orders; for asking about one inquiry, not thousands.
     */
    public List<PromiseOption> options(Inquiry inquiry, Means means) {
        return new PromiseOptions(booking, this, inquiry, means).all();
    }

    /**
     * The answer for an inquiry that is placed so.
     *
     * @param beside the bookings beside which it was placed
     */
    static PromiseAnswer answer(Booking beside, Inquiry inquiry, List<ScheduledOperation> unsorted, long unloaded) {
        var placements = new ArrayList<>(unsorted);
        placements.sort(Comparator.comparingLong(ScheduledOperation::start)
                .thenComparingLong(ScheduledOperation::end)
                .thenComparing(ScheduledOperation::operation));
        return new PromiseAnswer(
                completion(placements), unloaded, inquiry.wanted(), placements, delays(beside, inquiry, placements));
    }

    static long completion(List<ScheduledOperation> placements) {
        return placements.stream().mapToLong(ScheduledOperation::end).max().orElseThrow();
    }

    /** From the operation that ends last back to the one that waits for nothing of the inquiry. */
    private static List<PromiseAnswer.Delay> delays(
            Booking beside, Inquiry inquiry, List<ScheduledOperation> placements) {
        var bounds = new Bounds(beside, inquiry, placements);
        var delays = new ArrayList<PromiseAnswer.Delay>();
        @Nullable
        ScheduledOperation at = placements.stream()
                .max(Comparator.comparingLong(ScheduledOperation::end))
                .orElseThrow();
        while (at != null) {
            long without = Math.min(at.start(), bounds.without(at));
            delays.add(new PromiseAnswer.Delay(at.operation(), at.machine(), at.cause(), at.start() - without));
            at = bounds.predecessors.latestBefore(at);
        }
        return delays;
    }

    /** Everything that each operation waits for, apart from machines and resources. */
    private static final class Bounds {

        private final long now;
        private final Predecessors predecessors;
        /** Release, material and what is booked, by operation. */
        private final Map<String, List<Cause>> others = new HashMap<>();

        private Bounds(Booking beside, Inquiry inquiry, List<ScheduledOperation> placements) {
            now = beside.problem().now();
            predecessors = new Predecessors(beside.problem(), inquiry.jobs(), inquiry.arcs(), placements);
            for (var job : inquiry.jobs()) {
                for (var operation : job.operations()) {
                    add(operation.id(), Cause.Kind.RELEASE, job.id(), job.release());
                    add(operation.id(), Cause.Kind.MATERIAL, operation.material(), operation.materialReady());
                }
            }
            for (var arc : inquiry.arcs()) {
                beside.boundOf(arc).ifPresent(minute -> add(arc.after(), Cause.Kind.MATERIAL, arc.before(), minute));
            }
        }

        private void add(String operation, Cause.Kind kind, @Nullable String subject, long minute) {
            others.computeIfAbsent(operation, key -> new ArrayList<>()).add(new Cause(kind, subject, minute));
        }

        /** When the operation could have started but for its cause. */
        private long without(ScheduledOperation slot) {
            var cause = slot.cause();
            return Stream.concat(
                            others.getOrDefault(slot.operation(), List.of()).stream(),
                            predecessors.waits(slot).stream())
                    .filter(bound -> bound.kind() != cause.kind() || !Objects.equals(bound.subject(), cause.subject()))
                    .mapToLong(Cause::minute)
                    .reduce(now, Math::max);
        }
    }
}
