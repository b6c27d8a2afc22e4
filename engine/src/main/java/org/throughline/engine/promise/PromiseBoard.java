package org.throughline.engine.promise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final long now;

    private PromiseBoard(Booking booking, long now) {
        this.booking = booking;
        this.now = now;
    }

    /**
     * Prepares the gaps between what is booked; cost O(n log n).
     *
     * @param problem machines, calendars, setups and resources of the schedule
     */
    public static PromiseBoard of(ScheduleProblem problem, Schedule schedule) {
        return new PromiseBoard(Booking.of(problem, schedule), problem.now());
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
        return answer(inquiry, placements, completion(booking.placeAlone(inquiry.jobs(), inquiry.arcs())));
    }

    /** The board on which the inquiry is booked as answered. Cost: as {@link #of}. */
    public PromiseBoard with(Inquiry inquiry, PromiseAnswer answer) {
        return new PromiseBoard(booking.with(inquiry.jobs(), inquiry.arcs(), answer.placements()), now);
    }

    /**
     * Ways to be done earlier than {@link #earliest} says, each alone, with what it costs: those in time first, the cheapest
     * first. Cost: a few times preparing the board for overtime and moved orders; for asking about one inquiry, not thousands.
     */
    public List<PromiseOption> options(Inquiry inquiry, Means means) {
        return new PromiseOptions(booking, this, inquiry, means).all();
    }

    /** The answer for an inquiry that is booked so. */
    PromiseAnswer answer(Inquiry inquiry, List<ScheduledOperation> unsorted, long unloaded) {
        var placements = new ArrayList<>(unsorted);
        placements.sort(Comparator.comparingLong(ScheduledOperation::start)
                .thenComparingLong(ScheduledOperation::end)
                .thenComparing(ScheduledOperation::operation));
        return new PromiseAnswer(
                completion(placements), unloaded, inquiry.wanted(), placements, delays(inquiry, placements));
    }

    static long completion(List<ScheduledOperation> placements) {
        return placements.stream().mapToLong(ScheduledOperation::end).max().orElseThrow();
    }

    /** From the operation that ends last back to the one that waits for nothing of the inquiry. */
    private List<PromiseAnswer.Delay> delays(Inquiry inquiry, List<ScheduledOperation> placements) {
        var bounds = new Bounds(inquiry, placements);
        var delays = new ArrayList<PromiseAnswer.Delay>();
        @Nullable
        ScheduledOperation at = placements.stream()
                .max(Comparator.comparingLong(ScheduledOperation::end))
                .orElseThrow();
        while (at != null) {
            long without = Math.min(at.start(), bounds.without(at, now));
            delays.add(new PromiseAnswer.Delay(at.operation(), at.machine(), at.cause(), at.start() - without));
            at = bounds.predecessors.latestBefore(at);
        }
        return delays;
    }

    /** What each operation waits for beside its cause. */
    private static final class Bounds {

        private final Predecessors predecessors;
        private final Map<String, Long> release = new HashMap<>();
        private final Map<String, Long> material = new HashMap<>();

        private Bounds(Inquiry inquiry, List<ScheduledOperation> placements) {
            predecessors = new Predecessors(inquiry.jobs(), inquiry.arcs(), placements);
            for (var job : inquiry.jobs()) {
                for (var operation : job.operations()) {
                    release.put(operation.id(), job.release());
                    material.put(operation.id(), operation.materialReady());
                }
            }
        }

        private long without(ScheduledOperation slot, long now) {
            long bound = now;
            var kind = slot.cause().kind();
            if (kind != Cause.Kind.RELEASE) {
                bound = Math.max(bound, release.getOrDefault(slot.operation(), now));
            }
            if (kind != Cause.Kind.MATERIAL) {
                bound = Math.max(bound, material.getOrDefault(slot.operation(), now));
            }
            var latest = predecessors.latestBefore(slot);
            return kind == Cause.Kind.PREDECESSOR || latest == null ? bound : Math.max(bound, latest.end());
        }
    }
}
