package org.throughline.insight.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures over time: on-time delivery by week. Numerators and denominators, never ratios. */
@Repository
class LineTrends {

    private final JdbcClient jdbc;
    private final Clock clock;

    LineTrends(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lines first promised for a week, and those of them accepted by their first promise. */
    record WeekOnTime(LocalDate monday, long onTime, long due) {}

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
}
