package org.throughline.insight.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.FloorFacts;

/** Figures over time: on-time delivery by week, plan attainment by day. Numerators and denominators, never ratios. */
@Repository
class LineTrends {

    private static final int DAYS_OF_ATTAINMENT = 14;
    private static final int LONGEST_LOOK_BACK = 28;

    private final JdbcClient jdbc;
    private final Slots slots;
    private final FloorFacts floor;
    private final Clock clock;

    LineTrends(JdbcClient jdbc, Slots slots, FloorFacts floor, Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.floor = floor;
        this.clock = clock;
    }

    /** Lines first promised for a week, and those of them accepted by their first promise. */
    record WeekOnTime(LocalDate monday, long onTime, long due) {}

    /** Operations planned to end on a day, and those of them that had ended by then. */
    record DayAttainment(LocalDate day, int planned, int done) {}

    List<WeekOnTime> onTimeByWeek(int weeks) {
        var today = LocalDate.now(clock);
        var monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(weeks - 1L);
        return jdbc.sql("""
                SELECT date_trunc('week', first_promise)::date AS monday,
                       count(*) FILTER (WHERE (accepted_at AT TIME ZONE :zone)::date <= first_promise) AS on_time,
                       count(*) AS due
                  FROM insight.line
                 WHERE state <> 'CANCELLED'
                   AND first_promise >= :monday
                   AND first_promise <= :today
                 GROUP BY 1
                 ORDER BY 1
                """)
                .param("zone", clock.getZone().getId())
                .param("monday", monday)
                .param("today", today)
                .query((row, index) -> new WeekOnTime(
                        row.getObject("monday", LocalDate.class), row.getLong("on_time"), row.getLong("due")))
                .list();
    }

    /** Lines accepted on this day, plant zone. */
    List<UUID> acceptedOn(LocalDate day) {
        var from = day.atStartOfDay(clock.getZone()).toOffsetDateTime();
        return jdbc.sql("""
                SELECT id FROM insight.line WHERE accepted_at >= :from AND accepted_at < :to ORDER BY id
                """)
                .param("from", from)
                .param("to", from.plusDays(1))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The last fourteen days on which something was planned to end, oldest first. */
    List<DayAttainment> attainment() {
        var today = LocalDate.now(clock);
        var planned = slots.plannedToEnd(today.minusDays(LONGEST_LOOK_BACK), today.minusDays(1));
        var ended = floor.endedAt(
                planned.values().stream().flatMap(Set::stream).distinct().toList());
        var days = new ArrayList<DayAttainment>();
        planned.forEach((day, operations) ->
                days.add(new DayAttainment(day, operations.size(), (int) operations.stream()
                        .map(operation -> dayOf(ended.get(operation)))
                        .filter(end -> end != null && !end.isAfter(day))
                        .count())));
        return List.copyOf(days.subList(Math.max(0, days.size() - DAYS_OF_ATTAINMENT), days.size()));
    }

    private @Nullable LocalDate dayOf(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(clock.getZone()).toLocalDate();
    }
}
