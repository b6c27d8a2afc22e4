package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.engine.schedule.OneMachine.Figures;
import org.throughline.engine.schedule.OneMachine.Rule;
import org.throughline.engine.schedule.OneMachine.Task;

/** T-SCH-02 and T-SCH-03. */
class OneMachineTest {

    private static final List<Task> FIVE = List.of(
            Task.of("A", 6, 8), Task.of("B", 2, 6), Task.of("C", 8, 18), Task.of("D", 3, 15), Task.of("E", 9, 23));

    private static String names(List<Task> order) {
        return order.stream().map(Task::id).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_COME, ABCDE, 77, 11, 3",
        "SHORTEST, BDACE, 65, 9, 3",
        "EARLIEST_DUE, BADCE, 68, 6, 2",
        "LONGEST, ECADB, 103, 48, 3",
        "CRITICAL_RATIO, ACEBD, 96, 32, 2"
    })
    void the_rules_of_the_textbook_give_its_table(Rule rule, String sequence, long flow, long tardiness, int late) {
        var order = OneMachine.order(FIVE, rule);
        assertThat(names(order)).isEqualTo(sequence);
        assertThat(OneMachine.figures(order)).isEqualTo(new Figures(flow, tardiness, late, 28));
    }

    @Test
    void moore_and_hodgson_leave_one_task_late() {
        var order = OneMachine.fewestLate(FIVE);
        assertThat(names(order)).isEqualTo("BADEC");
        assertThat(OneMachine.figures(order)).isEqualTo(new Figures(69, 10, 1, 28));
    }

    @Test
    void every_rule_does_every_task_once_and_no_order_leaves_fewer_late_than_moore_and_hodgson() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var tasks = new ArrayList<Task>();
            for (int k = 0; k < 2 + random.nextInt(5); k++) {
                tasks.add(new Task("T" + k, 1 + random.nextInt(9), random.nextInt(30), 1 + random.nextInt(4), 1));
            }
            for (var rule : Rule.values()) {
                assertThat(OneMachine.order(tasks, rule)).containsExactlyInAnyOrderElementsOf(tasks);
            }
            int fewest = OneMachine.figures(OneMachine.fewestLate(tasks)).late();
            assertThat(fewest).isEqualTo(fewestOfAll(new ArrayList<>(), tasks));
        }
    }

    private static int fewestOfAll(List<Task> done, List<Task> left) {
        if (left.isEmpty()) {
            return OneMachine.figures(done).late();
        }
        int fewest = Integer.MAX_VALUE;
        for (var task : left) {
            var more = new ArrayList<>(done);
            more.add(task);
            var rest = new ArrayList<>(left);
            rest.remove(task);
            fewest = Math.min(fewest, fewestOfAll(more, rest));
        }
        return fewest;
    }

    @Test
    void johnson_orders_b_e_d_c_a() {
        assertThat(OneMachine.twoMachines(new long[] {5, 3, 8, 10, 7}, new long[] {2, 6, 4, 7, 12}))
                .containsExactly(1, 4, 3, 2, 0);
    }
}
