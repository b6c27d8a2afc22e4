package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.Window;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;

/** What two calendars share is computed once, whoever asks. */
class CommonCalendarsTest {

    private static final WorkingCalendar DAY = WorkingCalendar.ofWindows(List.of(new Window(0, 480)));
    private static final WorkingCalendar MORNING = WorkingCalendar.ofWindows(List.of(new Window(0, 240)));

    @Test
    void an_inquiry_takes_the_calendars_of_setters_and_tools_from_the_plan() {
        var operation = Operation.of("o", new Alternative("M", 10)).using("tool", 1);
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("M", DAY).withSetupCrew("setter"), Machine.of("N", DAY)),
                List.of(),
                List.of(new SharedResource("setter", 1, MORNING), new SharedResource("tool", 1, MORNING)),
                List.of(Job.of("J", 0, null, 1, List.of(operation))),
                List.of());
        var network = Network.of(problem);
        var asked = network.withJobs(List.of(Job.of("new", 0, null, 1, List.of(operation.withId("new")))), List.of());
        assertThat(asked.crewCalendar[0]).isSameAs(network.crewCalendar[0]);
        assertThat(asked.calendar(0, 0)).isSameAs(network.calendar(0, 0));
        assertThat(asked.calendar(0, 1)).isSameAs(network.calendar(0, 1)).isSameAs(asked.calendar(0, 1));
        assertThat(asked.calendar(0, 1).workBetween(0, 1_000)).isEqualTo(240);
    }

    @Test
    void crews_that_begin_as_others_are_share_calendars_but_not_what_they_take() {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("M", DAY)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Person("Wang", MORNING, Map.of("weld", 1)), new Person("Li", MORNING, Map.of("weld", 1))));
        var booked = new Crews(Network.of(problem));
        booked.take(new int[] {1}, 0, 50);
        var crews = new Crews(booked);
        assertThat(crews.calendar(DAY, 0)).isSameAs(booked.calendar(DAY, 0));

        var needs = List.of(new Operation.Need("weld", 1, 1));
        crews.take(new int[] {0}, 0, 100);
        crews.take(new int[] {0}, 100, 110);
        crews.give(new int[] {0}, 100, 110);
        assertThat(crews.choose(needs, DAY, 0, 60)).isNull();
        assertThat(crews.choose(needs, DAY, 50, 60)).containsExactly(1);
        assertThat(crews.choose(needs, DAY, 100, 110)).containsExactly(0);
        assertThat(booked.choose(needs, DAY, 0, 60)).containsExactly(0);
        assertThat(new Crews(booked).choose(needs, DAY, 0, 60)).containsExactly(0);
    }
}
