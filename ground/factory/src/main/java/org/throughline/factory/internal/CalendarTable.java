package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.CalendarDay;
import org.throughline.factory.CalendarRefused;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Calendars;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;

/** {@code factory.calendar} and {@code factory.calendar_day}. */
@Repository
class CalendarTable implements Calendars {

    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CalendarWindows standard() {
        return byCode(STANDARD).orElseThrow(() -> new NotFound("calendar", STANDARD));
    }

    @Override
    public CalendarWindows get(UUID calendarId) {
        return read("id = :key", calendarId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("calendar", calendarId));
    }

    @Override
    public Optional<CalendarWindows> byCode(String code) {
        return read("code = :key", code).stream().findFirst();
    }

    @Override
    public CalendarWindows ofMachine(UUID machineId) {
        return Optional.ofNullable(ofMachines(List.of(machineId)).get(machineId))
                .orElseThrow(() -> new NotFound("machine", machineId));
    }

    @Override
    public CalendarWindows ofWorkCentre(UUID workCentreId) {
        return Optional.ofNullable(ofWorkCentres(List.of(workCentreId)).get(workCentreId))
                .orElseThrow(() -> new NotFound("work-centre", workCentreId));
    }

    @Override
    public Map<UUID, CalendarWindows> ofMachines(Collection<UUID> machineIds) {
        return assigned("""
                SELECT m.id, coalesce(m.calendar_id, w.calendar_id) AS calendar_id
                  FROM factory.machine m
                  JOIN factory.work_centre w ON w.id = m.work_centre_id
                 WHERE m.id = ANY (string_to_array(:ids, ',')::uuid[])
                 ORDER BY m.code
                """, machineIds);
    }

    @Override
    public Map<UUID, CalendarWindows> ofWorkCentres(Collection<UUID> workCentreIds) {
        return assigned("""
                SELECT id, calendar_id
                  FROM factory.work_centre
                 WHERE id = ANY (string_to_array(:ids, ',')::uuid[])
                 ORDER BY position, code
                """, workCentreIds);
    }

    @Override
    public List<CalendarWindows> all() {
        return read("code <> :key", "");
    }

    @Override
    @Transactional
    public CalendarWindows save(CalendarWindows calendar) {
        ShiftText.checkNoOverlap(calendar.code(), calendar.week());
        jdbc.sql("""
                INSERT INTO factory.calendar (id, organisation_id, code, name, shifts)
                VALUES (:id, platform.current_organisation(), :code, :name, :shifts::jsonb)
                ON CONFLICT (organisation_id, code) DO UPDATE
                   SET name = excluded.name, shifts = excluded.shifts, version = calendar.version + 1
                 WHERE (calendar.name, calendar.shifts) IS DISTINCT FROM (excluded.name, excluded.shifts)
                """)
                .param("id", calendar.calendarId())
                .param("code", calendar.code())
                .param("name", calendar.name())
                .param("shifts", ShiftText.write(calendar.week()))
                .update();
        CalendarWindows kept = byCode(calendar.code()).orElseThrow(() -> new NotFound("calendar", calendar.code()));
        for (LocalDate day : kept.exceptions().keySet()) {
            if (!calendar.exceptions().containsKey(day)) {
                clearDay(kept.calendarId(), day);
            }
        }
        for (CalendarDay day : calendar.exceptions().values()) {
            setDay(kept.calendarId(), day);
        }
        return get(kept.calendarId());
    }

    @Override
    @Transactional
    public void setDay(UUID calendarId, CalendarDay day) {
        checkDay(calendarId, day);
        jdbc.sql("""
                INSERT INTO factory.calendar_day (id, calendar_id, day, kind, shifts, note)
                VALUES (:id, :calendar, :day, :kind, :shifts::jsonb, :note)
                ON CONFLICT (calendar_id, day) DO UPDATE
                   SET kind = excluded.kind,
                       shifts = excluded.shifts,
                       note = excluded.note,
                       version = calendar_day.version + 1
                 WHERE (calendar_day.kind, calendar_day.shifts, calendar_day.note)
                       IS DISTINCT FROM (excluded.kind, excluded.shifts, excluded.note)
                """)
                .param("id", Identity.fresh())
                .param("calendar", calendarId)
                .param("day", day.day())
                .param("kind", day.kind().name())
                .param("shifts", ShiftText.write(day.shifts()))
                .param("note", day.note())
                .update();
    }

    @Override
    @Transactional
    public void clearDay(UUID calendarId, LocalDate day) {
        jdbc.sql("DELETE FROM factory.calendar_day WHERE calendar_id = :calendar AND day = :day")
                .param("calendar", calendarId)
                .param("day", day)
                .update();
    }

    private void checkDay(UUID calendarId, CalendarDay day) {
        if (day.shifts().size() < 2) {
            return;
        }
        var sorted = new ArrayList<>(day.shifts());
        sorted.sort((one, other) -> Integer.compare(one.fromMinute(), other.fromMinute()));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).toMinute() > sorted.get(i).fromMinute()) {
                throw CalendarRefused.overlap(get(calendarId).code(), sorted.get(i - 1), sorted.get(i));
            }
        }
    }

    private Map<UUID, CalendarWindows> assigned(String sql, Collection<UUID> ids) {
        var calendars = new HashMap<UUID, CalendarWindows>();
        CalendarWindows standard = standard();
        for (CalendarWindows calendar : all()) {
            calendars.put(calendar.calendarId(), calendar);
        }
        var answer = new LinkedHashMap<UUID, CalendarWindows>();
        jdbc.sql(sql).param("ids", MasterTable.joined(ids)).query(row -> {
            var calendarId = Columns.idOrNull(row, "calendar_id");
            answer.put(id(row, "id"), calendarId == null ? standard : calendars.getOrDefault(calendarId, standard));
        });
        return answer;
    }

    private List<CalendarWindows> read(String condition, Object key) {
        var days = new HashMap<UUID, SortedMap<LocalDate, CalendarDay>>();
        jdbc.sql("""
                SELECT d.calendar_id, d.day, d.kind, d.shifts, d.note
                  FROM factory.calendar_day d
                  JOIN factory.calendar c ON c.id = d.calendar_id
                 WHERE c.%s
                 ORDER BY d.calendar_id, d.day
                """.formatted(condition)).param("key", key).query(row -> {
            days.computeIfAbsent(id(row, "calendar_id"), unseen -> new TreeMap<>())
                    .put(
                            row.getObject("day", LocalDate.class),
                            day(
                                    row.getObject("day", LocalDate.class),
                                    row.getString("kind"),
                                    row.getString("shifts"),
                                    row.getString("note")));
        });
        return jdbc.sql("""
                SELECT c.id, c.code, c.name, c.shifts
                  FROM factory.calendar c
                 WHERE c.%s
                 ORDER BY c.code
                """.formatted(condition))
                .param("key", key)
                .query((row, index) -> new CalendarWindows(
                        id(row, "id"),
                        row.getString("code"),
                        row.getString("name"),
                        ShiftText.read(row.getString("shifts")),
                        days.getOrDefault(id(row, "id"), new TreeMap<>())))
                .list();
    }

    private static CalendarDay day(LocalDate day, String kind, String shifts, @Nullable String note) {
        return new CalendarDay(day, CalendarDay.Kind.valueOf(kind), ShiftText.read(shifts), note);
    }
}
