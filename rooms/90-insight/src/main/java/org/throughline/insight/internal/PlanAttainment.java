package org.throughline.insight.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.shopfloor.FloorFacts.OperationThen;

/**
 * Whether the floor did what the schedule said that was in force when the day began. Work that is given outside counts for
 * its supplier, not here. Numerators and denominators, never ratios: two definitions divide them, by operations and by
 * pieces.
 */
@Component
class PlanAttainment {

    private static final int DAYS = 14;
    private static final int LONGEST_LOOK_BACK = 28;

    private final Slots slots;
    private final FloorFacts floor;
    private final Clock clock;

    PlanAttainment(Slots slots, FloorFacts floor, Clock clock) {
        this.slots = slots;
        this.floor = floor;
        this.clock = clock;
    }

    /**
     * One day.
     *
     * @param planned         operations planned to end on it
     * @param done            those of them that had ended by then
     * @param plannedQuantity what they were to make, each in its item's base unit
     * @param goodQuantity    what of it was good by then; what one makes too much does not make up for another
     */
    record Day(LocalDate day, int planned, int done, BigDecimal plannedQuantity, BigDecimal goodQuantity) {}

    /** The last fourteen days before today on which something was planned to end, oldest first. */
    List<Day> lastDays() {
        var today = LocalDate.now(clock);
        var planned = slots.plannedToEnd(today.minusDays(LONGEST_LOOK_BACK), today.minusDays(1));
        var latestFirst = new ArrayList<>(planned.keySet());
        latestFirst.sort((one, other) -> other.compareTo(one));
        var days = new ArrayDeque<Day>();
        for (var day : latestFirst) {
            if (days.size() == DAYS) {
                break;
            }
            var then = asItWas(day, planned.getOrDefault(day, Set.of()));
            if (!then.isEmpty()) {
                days.addFirst(count(day, then));
            }
        }
        return List.copyOf(days);
    }

    /** What was planned to end on a day and had not, by work order and sequence. */
    List<OperationThen> missedOn(LocalDate day) {
        return asItWas(day, slots.plannedToEnd(day, day).getOrDefault(day, Set.of())).stream()
                .filter(operation -> !endedBy(operation, endOf(day)))
                .toList();
    }

    private List<OperationThen> asItWas(LocalDate day, Set<UUID> operations) {
        return floor.ownAt(operations, endOf(day));
    }

    private Day count(LocalDate day, List<OperationThen> operations) {
        var end = endOf(day);
        int done = (int)
                operations.stream().filter(operation -> endedBy(operation, end)).count();
        return new Day(
                day,
                operations.size(),
                done,
                sum(operations, OperationThen::planned),
                sum(operations, OperationThen::good));
    }

    private static BigDecimal sum(List<OperationThen> operations, Function<OperationThen, Quantity> quantity) {
        return operations.stream()
                .map(operation -> quantity.apply(operation).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean endedBy(OperationThen operation, Instant moment) {
        var ended = operation.endedAt();
        return ended != null && ended.isBefore(moment);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
