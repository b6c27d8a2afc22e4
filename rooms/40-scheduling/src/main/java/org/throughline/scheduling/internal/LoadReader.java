package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.WorkCentre;
import org.throughline.scheduling.ScheduleResult;

/** How full the work centres are, day by day. */
@Component
class LoadReader {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final JdbcClient jdbc;
    private final ScheduleTable schedules;
    private final Plant.Reader plant;
    private final Clock clock;

    LoadReader(JdbcClient jdbc, ScheduleTable schedules, Plant.Reader plant, Clock clock) {
        this.jdbc = jdbc;
        this.schedules = schedules;
        this.plant = plant;
        this.clock = clock;
    }

    /** One work centre, one entry per day from today. */
    record Load(UUID workCentreId, String code, String name, List<Day> days) {}

    /** Hours with one decimal; {@code capacity} counts the machines that can be planned. */
    record Day(LocalDate day, BigDecimal booked, BigDecimal capacity) {}

    private record Booked(UUID workCentreId, String place, long from, long to) {}

    /** The draft if there is one, else the published schedule. */
    List<Load> read(int weeks) {
        var today = LocalDate.now(clock);
        var days = today.datesUntil(today.plusWeeks(weeks)).toList();
        var calendars = new EngineCalendars(today, clock.getZone(), 0);
        var seen = plant.read();
        var places = Places.of(seen, calendars);
        var booked = new HashMap<UUID, long[]>();
        for (var slot : slots(today, today.plusWeeks(weeks), calendars)) {
            var place = places.place(slot.place());
            var minutes = booked.computeIfAbsent(slot.workCentreId(), id -> new long[days.size()]);
            for (int i = 0; i < days.size(); i++) {
                long from = Math.max(slot.from(), calendars.axis().minuteOf(days.get(i)));
                long to = Math.min(
                        slot.to(), calendars.axis().minuteOf(days.get(i).plusDays(1)));
                if (from < to && place != null) {
                    minutes[i] += place.calendar().workBetween(from, to);
                }
            }
        }
        return seen.workCentres().stream()
                .filter(centre -> centre.active() && centre.kind() != WorkCentre.Kind.SUBCONTRACT)
                .map(centre -> load(centre, seen, days, booked.getOrDefault(centre.id(), new long[days.size()])))
                .toList();
    }

    private static Load load(WorkCentre centre, Plant seen, List<LocalDate> days, long[] booked) {
        var calendars = new ArrayList<CalendarWindows>();
        for (var machine : seen.machines()) {
            var own = seen.machineCalendars().get(machine.id());
            if (machine.workCentreId().equals(centre.id()) && own != null) {
                calendars.add(own);
            }
        }
        if (calendars.isEmpty()) {
            var own = seen.centreCalendars().getOrDefault(centre.id(), seen.standard());
            for (int number = 0; number < Math.max(1, centre.capacity()); number++) {
                calendars.add(own);
            }
        }
        var entries = new ArrayList<Day>();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            long capacity = calendars.stream()
                    .mapToLong(calendar -> calendar.workingMinutes(day))
                    .sum();
            entries.add(new Day(day, hours(booked[i]), hours(capacity)));
        }
        return new Load(centre.id(), centre.code(), centre.name(), entries);
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES, 1, RoundingMode.HALF_UP);
    }

    private List<Booked> slots(LocalDate from, LocalDate to, EngineCalendars calendars) {
        var schedule = schedules
                .current(ScheduleResult.Status.DRAFT)
                .or(() -> schedules.current(ScheduleResult.Status.PUBLISHED));
        if (schedule.isEmpty()) {
            return List.of();
        }
        Map<String, Object> period = Map.of(
                "schedule", schedule.get().id(),
                "from", Timestamp.from(from.atStartOfDay(clock.getZone()).toInstant()),
                "to", Timestamp.from(to.atStartOfDay(clock.getZone()).toInstant()));
        return jdbc.sql("""
                SELECT work_centre_id, coalesce(machine_id::text, 'place:' || work_centre_id || '#1') AS place, starts, ends
                  FROM scheduling.operation_slot
                 WHERE schedule_id = :schedule AND starts < :to AND ends > :from
                 ORDER BY starts, id
                """)
                .params(period)
                .query((row, number) -> new Booked(
                        row.getObject("work_centre_id", UUID.class),
                        row.getString("place"),
                        calendars.axis().minuteOf(row.getTimestamp("starts").toInstant()),
                        calendars.axis().minuteOf(row.getTimestamp("ends").toInstant())))
                .list();
    }
}
