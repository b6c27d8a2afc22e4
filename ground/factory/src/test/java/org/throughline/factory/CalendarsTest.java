package org.throughline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.kernel.Identity;

@SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class})
@ExtendWith(SystemActs.class)
@Transactional
class CalendarsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Calendars calendars;

    @Autowired
    WorkCentres workCentres;

    @Autowired
    Machines machines;

    @Test
    void national_day_is_free_and_the_saturday_after_it_is_worked() {
        var standard = calendars.standard();

        assertThat(standard.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(standard.isWorkingDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(standard.isWorkingDay(LocalDate.of(2026, 10, 10)))
                .as("Saturday, 调休")
                .isTrue();
        assertThat(standard.workingMinutes(LocalDate.of(2026, 10, 10))).isEqualTo(480);
        assertThat(standard.plusWorkingDays(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(standard.plusWorkingDays(LocalDate.of(2026, 10, 8), -1)).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void the_late_shift_ends_on_the_next_day_and_belongs_to_the_day_it_began() {
        var twoShift = calendars.byCode("TWO-SHIFT").orElseThrow();
        var saturday = LocalDate.of(2026, 11, 28);

        assertThat(twoShift.workingMinutes(saturday)).isEqualTo(960);
        assertThat(twoShift.windows(saturday, saturday, SHANGHAI).getLast())
                .isEqualTo(new CalendarWindows.Window(
                        Instant.parse("2026-11-28T13:30:00Z"), Instant.parse("2026-11-28T17:30:00Z")));
        assertThat(twoShift.isWorkingDay(saturday.plusDays(1))).isFalse();
    }

    @Test
    void a_machine_works_by_its_own_calendar_else_its_work_centres_else_the_standard_one() {
        var plain = workCentres.save(workCentre("WC-A", null));
        var always = calendars.byCode("ALWAYS").orElseThrow();
        var lights = workCentres.save(workCentre("WC-B", always.calendarId()));
        var twoShift = calendars.byCode("TWO-SHIFT").orElseThrow();
        var one = machines.save(machine("M-1", plain, null));
        var two = machines.save(machine("M-2", lights, null));
        var three = machines.save(machine("M-3", lights, twoShift.calendarId()));

        var found = calendars.ofMachines(List.of(one.id(), two.id(), three.id()));

        assertThat(found.values().stream().map(CalendarWindows::code))
                .containsExactly("STANDARD", "ALWAYS", "TWO-SHIFT");
        assertThat(calendars.ofWorkCentre(lights.id()).code()).isEqualTo("ALWAYS");
    }

    @Test
    void overlapping_shifts_are_refused() {
        var week = List.of(
                new Shift(1, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                new Shift(1, LocalTime.of(11, 0), LocalTime.of(15, 0)));

        assertThatThrownBy(
                        () -> calendars.save(new CalendarWindows(Identity.fresh(), "ODD", "奇怪", week, new TreeMap<>())))
                .isInstanceOfSatisfying(
                        CalendarRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("factory.calendar-overlap"));
    }

    @Test
    void saving_a_calendar_again_replaces_its_exceptions() {
        var day = LocalDate.of(2026, 12, 25);
        var week = List.of(new Shift(5, LocalTime.of(8, 0), LocalTime.of(12, 0)));
        var exceptions = new TreeMap<LocalDate, CalendarDay>();
        exceptions.put(day, new CalendarDay(day, CalendarDay.Kind.HOLIDAY, List.of(), "停电"));
        var saved = calendars.save(new CalendarWindows(Identity.fresh(), "FRI", "周五", week, exceptions));

        assertThat(saved.isWorkingDay(day)).isFalse();
        var again = calendars.save(new CalendarWindows(Identity.fresh(), "FRI", "周五", week, new TreeMap<>()));
        assertThat(again.calendarId()).isEqualTo(saved.calendarId());
        assertThat(again.isWorkingDay(day)).isTrue();
    }

    private static WorkCentre workCentre(String code, @Nullable UUID calendar) {
        return new WorkCentre(
                Identity.fresh(),
                code,
                code,
                null,
                calendar,
                WorkCentre.Kind.MACHINE,
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                1,
                true,
                null,
                0);
    }

    private static Machine machine(String code, WorkCentre workCentre, @Nullable UUID calendar) {
        return new Machine(
                Identity.fresh(), code, code, workCentre.id(), calendar, Machine.Status.READY, BigDecimal.ONE, null, 0);
    }
}
