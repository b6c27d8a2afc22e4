package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.scheduling.ScheduleResult;

/**
 * The hours for which the floor has prepared: what the published schedule starts in them keeps its machine and its place
 * in the queue. What a person has put somewhere stays there, however far away.
 */
@Component
class FrozenHours {

    private final ScheduleTable schedules;
    private final PlacedSlots slots;
    private final Clock clock;
    private final Duration hours;

    FrozenHours(
            ScheduleTable schedules,
            PlacedSlots slots,
            Clock clock,
            @Value("${throughline.scheduling.frozen-hours:24}") long hours) {
        this.schedules = schedules;
        this.slots = slots;
        this.clock = clock;
        this.hours = Duration.ofHours(hours);
    }

    long count() {
        return hours.toHours();
    }

    Instant until() {
        return clock.instant().plus(hours);
    }

    /** The same problem with everything locked that must not be planned again. */
    ScheduleProblem keep(ScheduleDesk.Prepared prepared) {
        var published = schedules.current(ScheduleResult.Status.PUBLISHED);
        if (published.isEmpty()) {
            return prepared.problem();
        }
        var until = until();
        var standing = slots.of(published.get().id()).values().stream()
                .filter(slot -> slot.starts().isBefore(until) || slot.fixed())
                .sorted(Comparator.comparing(PlacedSlots.Placed::starts).thenComparing(PlacedSlots.Placed::operationId))
                .toList();
        return new Queue(prepared, prepared.axis().minuteOf(until)).locked(standing);
    }

    /** One machine after the other: a late machine moves its queue, it does not mix it. Not thread-safe. */
    private static final class Queue {

        private final ScheduleDesk.Prepared prepared;
        private final long until;
        private final Map<String, Job> jobs = new HashMap<>();
        private final Map<String, Operation> operations = new HashMap<>();
        private final Map<String, Operation.Lock> locks = new HashMap<>();
        private final Map<String, Long> free = new HashMap<>();

        private Queue(ScheduleDesk.Prepared prepared, long until) {
            this.prepared = prepared;
            this.until = until;
            for (var job : prepared.problem().jobs()) {
                for (var operation : job.operations()) {
                    jobs.put(operation.id(), job);
                    operations.put(operation.id(), operation);
                    var running = operation.lock();
                    if (running != null) {
                        stands(operation.id(), running);
                    }
                }
            }
        }

        private ScheduleProblem locked(List<PlacedSlots.Placed> standing) {
            standing.forEach(this::lock);
            var problem = prepared.problem();
            var kept = new ArrayList<Job>();
            for (var job : problem.jobs()) {
                var changed = job.operations().stream()
                        .map(one -> {
                            var lock = locks.get(one.id());
                            return lock == null ? one : one.lockedAt(lock);
                        })
                        .toList();
                kept.add(new Job(job.id(), job.release(), job.due(), job.weight(), changed, job.sequential()));
            }
            return new ScheduleProblem(
                    problem.now(), problem.machines(), problem.setups(), problem.resources(), kept, problem.arcs());
        }

        private void lock(PlacedSlots.Placed slot) {
            var operation = operations.get(slot.operationId().toString());
            var machine = slot.machineId();
            if (operation == null || machine == null || locks.containsKey(operation.id())) {
                return;
            }
            var place = prepared.places().machine(machine);
            var there = alternative(operation, machine);
            if (place == null || there == null) {
                return;
            }
            long wanted = prepared.axis().minuteOf(slot.starts());
            long begins =
                    place.calendar().addWork(Math.max(wanted, prepared.problem().now()), slot.familySetup(operation));
            long start = Math.max(begins, Math.max(operation.materialReady(), after(operation, place.id())));
            long open = place.calendar().nextWorking(start);
            if (open < until || slot.fixed()) {
                var reason = slot.fixed() ? Operation.Lock.Reason.LOCKED : Operation.Lock.Reason.FROZEN;
                stands(operation.id(), new Operation.Lock(place.id(), open, there.minutes(), reason));
            }
        }

        private static Operation.@Nullable Alternative alternative(Operation operation, UUID machine) {
            return operation.alternatives().stream()
                    .filter(one -> one.machine().equals(machine.toString()))
                    .findFirst()
                    .orElse(null);
        }

        /** When the machine is done with what stands before it, and the work order with its operation before. */
        private long after(Operation operation, String place) {
            long ready = free.getOrDefault(place, Long.MIN_VALUE);
            var job = jobs.get(operation.id());
            if (job != null && job.sequential()) {
                int position = job.operations().indexOf(operation);
                var before = position < 1
                        ? null
                        : locks.get(job.operations().get(position - 1).id());
                if (before != null && overlapsNothing(operation)) {
                    ready = Math.max(ready, endOf(before));
                }
            }
            return ready;
        }

        /** With a transfer quantity it may begin while the operation before still runs. */
        private boolean overlapsNothing(Operation operation) {
            return prepared.problem().arcs().stream()
                    .noneMatch(arc -> arc.after().equals(operation.id()) && arc.overlap() != null);
        }

        private void stands(String operation, Operation.Lock lock) {
            locks.put(operation, lock);
            free.merge(lock.machine(), endOf(lock), Math::max);
        }

        private long endOf(Operation.Lock lock) {
            var place = prepared.places().place(lock.machine());
            long from = Math.max(lock.start(), prepared.problem().now());
            return place == null ? from + lock.minutes() : place.calendar().addWork(from, lock.minutes());
        }
    }
}
