package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.SetupMatrix.SetupTime;

class SetupTableTest {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    private static SetupTable table(List<Machine> machines, List<SetupMatrix> matrices, List<String> families) {
        var operations = new ArrayList<Operation>();
        for (var family : families) {
            operations.add(Operation.of(family, new Alternative("M0", 1)).withFamily(family));
        }
        var job = new Job("J", 0, null, 1, operations, false);
        return new SetupTable(new ScheduleProblem(0, machines, matrices, List.of(), List.of(job), List.of()));
    }

    @Test
    void twenty_thousand_families_need_no_gigabytes() {
        var machines = new ArrayList<Machine>();
        var matrices = new ArrayList<SetupMatrix>();
        for (int m = 0; m < 10; m++) {
            machines.add(Machine.of("M" + m, ALWAYS).withSetups("S" + m, null));
            matrices.add(new SetupMatrix("S" + m, List.of(new SetupTime("F1", "F2", 7)), 10 + m));
        }
        var families = new ArrayList<String>();
        for (int f = 0; f < 20_000; f++) {
            families.add("F" + f);
        }
        var table = table(machines, matrices, families);
        assertThat(table.minutes(3, table.family("F1"), table.family("F2"))).isEqualTo(7);
        assertThat(table.minutes(3, table.family("F2"), table.family("F1"))).isEqualTo(13);
        assertThat(table.minutes(3, table.family("F9999"), table.family("F19999")))
                .isEqualTo(13);
        assertThat(table.minutes(3, table.family("F19999"), table.family("F19999")))
                .isZero();
    }

    @Test
    void what_a_matrix_does_not_name_takes_what_it_says_otherwise() {
        var times = List.of(
                new SetupTime(null, "red", 1),
                new SetupTime("red", "blue", 2),
                new SetupTime("blue", "red", 3),
                new SetupTime("red", "blue", 4),
                new SetupTime("green", "green", 5));
        var table = table(
                List.of(Machine.of("M0", ALWAYS).withSetups("S", "red"), Machine.of("M1", ALWAYS)),
                List.of(new SetupMatrix("S", times, 60)),
                List.of("red", "white"));
        int red = table.family("red");
        int blue = table.family("blue");
        int green = table.family("green");
        int white = table.family("white");
        assertThat(table.initialFamily(0)).isEqualTo(red);
        assertThat(table.minutes(0, Network.NO_FAMILY, red)).isEqualTo(1);
        assertThat(table.minutes(0, Network.NO_FAMILY, blue)).isEqualTo(60);
        assertThat(table.minutes(0, red, blue)).isEqualTo(4);
        assertThat(table.minutes(0, blue, red)).isEqualTo(3);
        assertThat(table.minutes(0, red, red)).isZero();
        assertThat(table.minutes(0, green, green)).isEqualTo(5);
        assertThat(table.minutes(0, white, white)).isZero();
        assertThat(table.minutes(0, white, red)).isEqualTo(60);
        assertThat(table.minutes(0, red, Network.NO_FAMILY)).isZero();
        assertThat(table.minutes(1, red, blue)).isZero();
    }

    @Test
    void families_that_come_later_are_told_apart() {
        var table = table(
                List.of(Machine.of("M0", ALWAYS).withSetups("S", null)),
                List.of(new SetupMatrix("S", List.of(new SetupTime("red", "blue", 2)), 60)),
                List.of("red"));
        int pink = table.family("pink");
        int grey = table.family("grey");
        assertThat(table.family("pink")).isEqualTo(pink);
        assertThat(table.minutes(0, pink, grey)).isEqualTo(60);
        assertThat(table.minutes(0, pink, pink)).isZero();
        assertThat(table.minutes(0, pink, table.family("blue"))).isEqualTo(60);
        assertThat(table.minutes(0, table.family("red"), grey)).isEqualTo(60);
    }
}
