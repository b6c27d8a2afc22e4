package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Machine;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.WorkCentre;

/**
 * Where work can be done, in the engine's words: the machines that can be planned, places of work centres without
 * machines ({@code place:…#1}), and the world outside ({@code outside:…}), where nothing waits for anything.
 */
final class Places {

    /** @param machineId null for a place without a machine */
    record Place(String id, @Nullable UUID machineId, UUID workCentreId, BigDecimal speed, WorkingCalendar calendar) {

        /** Working minutes of so many standard minutes here, rounded up. */
        long minutes(BigDecimal standard) {
            return standard.divide(speed, MathContext.DECIMAL64)
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<UUID, List<Place>> byWorkCentre = new HashMap<>();
    private final Map<UUID, Place> byMachine = new HashMap<>();
    private final Map<UUID, WorkCentre> workCentres = new HashMap<>();
    private final Map<String, Machine> outside = new LinkedHashMap<>();

    private Places() {}

    static Places of(Plant plant, EngineCalendars calendars) {
        var result = new Places();
        plant.workCentres().forEach(centre -> {
            result.workCentres.put(centre.id(), centre);
            result.outside(centre.id());
        });
        for (var machine : plant.machines()) {
            var centre = result.workCentres.get(machine.workCentreId());
            var windows = plant.machineCalendars().get(machine.id());
            if (centre != null && windows != null) {
                var speed = machine.speed().multiply(centre.efficiency());
                result.add(new Place(machine.id().toString(), machine.id(), centre.id(), speed, calendars.of(windows)));
            }
        }
        for (var centre : plant.workCentres()) {
            if (!result.byWorkCentre.containsKey(centre.id())) {
                CalendarWindows windows = plant.centreCalendars().getOrDefault(centre.id(), plant.standard());
                for (int number = 1; number <= Math.max(1, centre.capacity()); number++) {
                    var id = "place:" + centre.id() + "#" + number;
                    result.add(new Place(id, null, centre.id(), centre.efficiency(), calendars.of(windows)));
                }
            }
        }
        return result;
    }

    private void add(Place place) {
        places.put(place.id(), place);
        byWorkCentre
                .computeIfAbsent(place.workCentreId(), id -> new ArrayList<>())
                .add(place);
        if (place.machineId() != null) {
            byMachine.put(place.machineId(), place);
        }
    }

    /** Where an operation can be done: its machine if one is named and can be planned, else any of the work centre. */
    List<Place> of(UUID workCentreId, @Nullable UUID machineId) {
        var own = machineId == null ? null : byMachine.get(machineId);
        return own == null ? byWorkCentre.getOrDefault(workCentreId, List.of()) : List.of(own);
    }

    @Nullable
    Place machine(UUID machineId) {
        return byMachine.get(machineId);
    }

    @Nullable
    Place place(String id) {
        return places.get(id);
    }

    /** The place outside the plant for work of this work centre. */
    String outside(UUID workCentreId) {
        var id = "outside:" + workCentreId;
        outside.computeIfAbsent(id, key -> Machine.unlimited(key, WorkingCalendar.always()));
        return id;
    }

    @Nullable
    WorkCentre workCentre(UUID id) {
        return workCentres.get(id);
    }

    /** All of them, with the one setup matrix that counts for all machines. */
    List<Machine> machines(@Nullable String setupMatrix) {
        var machines = new ArrayList<Machine>();
        for (var place : places.values()) {
            var machine = Machine.of(place.id(), place.calendar());
            machines.add(setupMatrix == null ? machine : machine.withSetups(setupMatrix, null));
        }
        machines.addAll(outside.values());
        return machines;
    }
}
