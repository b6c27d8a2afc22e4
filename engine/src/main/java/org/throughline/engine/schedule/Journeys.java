package org.throughline.engine.schedule;

import java.util.HashMap;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** The {@link Journey}s of a problem by machine numbers. */
final class Journeys {

    private static final int NO_PLANT = 0;

    private final boolean areAny;
    private final int[] plantOf;
    private final long[][] minutes;

    /** @throws EngineRefusal {@code schedule.unknown} for a plant without machines, {@code schedule.never-fits} for negative minutes */
    Journeys(ScheduleProblem problem) {
        areAny = !problem.journeys().isEmpty();
        var numbers = new HashMap<String, Integer>();
        plantOf = problem.machines().stream()
                .mapToInt(machine -> {
                    var plant = machine.plant();
                    return plant == null ? NO_PLANT : numbers.computeIfAbsent(plant, name -> numbers.size() + 1);
                })
                .toArray();
        minutes = new long[numbers.size() + 1][numbers.size() + 1];
        for (var journey : problem.journeys()) {
            if (journey.minutes() < 0) {
                throw new EngineRefusal(
                        "schedule.never-fits",
                        "The journey from %s to %s takes less than no time.".formatted(journey.from(), journey.to()),
                        Map.of("from", journey.from(), "to", journey.to()));
            }
            minutes[number(numbers, journey.from())][number(numbers, journey.to())] = journey.minutes();
        }
    }

    private static int number(Map<String, Integer> numbers, String plant) {
        var number = numbers.get(plant);
        if (number == null) {
            throw new EngineRefusal(
                    "schedule.unknown",
                    "A journey names plant (%s), where no machine stands.".formatted(plant),
                    Map.of("what", "plant", "id", plant, "namedBy", "A journey"));
        }
        return number;
    }

    boolean areAny() {
        return areAny;
    }

    /** Elapsed minutes from one machine to another; 0 inside a plant. */
    long minutes(int from, int to) {
        return minutes[plantOf[from]][plantOf[to]];
    }
}
