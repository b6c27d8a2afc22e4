package org.throughline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
        "FIRST_COME, ABCDE, 77, 15.4, 36.4, 2.75, 11, 2.2, 3",
        "SHORTEST, BDACE, 65, 13.0, 43.1, 2.32, 9, 1.8, 3",
        "EARLIEST_DUE, BADCE, 68, 13.6, 41.2, 2.43, 6, 1.2, 2",
        "LONGEST, ECADB, 103, 20.6, 27.2, 3.68, 48, 9.6, 3",
        "CRITICAL_RATIO, ACEBD, 96, 19.2, 29.2, 3.43, 32, 6.4, 2",
        "MOORE_HODGSON, BADEC, 69, 13.8, 40.6, 2.46, 10, 2.0, 1"
    })
    void the_rules_of_the_textbook_give_its_table(
            String rule,
            String sequence,
            long flow,
            double completion,
            double utilisation,
            double jobs,
            long tardiness,
            double averageTardiness,
            int late) {
        var order =
                rule.equals("MOORE_HODGSON") ? OneMachine.fewestLate(FIVE) : OneMachine.order(FIVE, Rule.valueOf(rule));
        assertThat(names(order)).isEqualTo(sequence);
        var figures = OneMachine.figures(order);
        assertThat(figures).isEqualTo(new Figures(5, flow, tardiness, late, 28));
        assertThat(figures.averageCompletion()).isCloseTo(completion, within(1e-9));
        assertThat(100 * figures.utilisation()).isCloseTo(utilisation, within(0.05));
        assertThat(figures.averageJobs()).isCloseTo(jobs, within(0.005));
        assertThat(figures.averageTardiness()).isCloseTo(averageTardiness, within(1e-9));
    }

    @Test
    void no_tasks_have_no_averages() {
        var figures = OneMachine.figures(List.of());
        assertThat(figures.averageCompletion()).isZero();
        assertThat(figures.utilisation()).isZero();
    }

    @Test
    void of_two_equal_tasks_of_which_one_is_late_both_are_done() {
        var twice = List.of(Task.of("A", 5, 5), Task.of("A", 5, 5));
        assertThat(OneMachine.fewestLate(twice)).isEqualTo(twice);
    }

    @ParameterizedTest
    @CsvSource({"APPARENT_TARDINESS, BA", "COST_OVER_TIME, AB"})
    void what_is_due_far_away_is_still_told_apart(Rule rule, String sequence) {
        // The one rule knows how far away; the other one counts nothing beyond its look ahead.
        assertThat(names(OneMachine.order(List.of(Task.of("A", 1, 10_000), Task.of("B", 1, 3_000)), rule)))
                .isEqualTo(sequence);
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
    void johnson_orders_b_e_d_c_a_the_best_of_all_orders() {
        long[] first = {5, 3, 8, 10, 7};
        long[] second = {2, 6, 4, 7, 12};
        var order = OneMachine.twoMachines(first, second);
        assertThat(order).containsExactly(1, 4, 3, 2, 0);
        assertThat(OneMachine.twoMachinesMakespan(first, second, order)).isEqualTo(35);
        var all = ordersOf(List.of(0, 1, 2, 3, 4)).stream()
                .mapToLong(other -> OneMachine.twoMachinesMakespan(first, second, other))
                .summaryStatistics();
        assertThat(all.getCount()).isEqualTo(120);
        assertThat(all.getMin()).isEqualTo(35);
        assertThat(all.getMax()).isEqualTo(48);
    }

    private static <T> List<List<T>> ordersOf(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<T>>();
        for (int k = 0; k < things.size(); k++) {
            var rest = new ArrayList<>(things);
            var first = rest.remove(k);
            for (var others : ordersOf(rest)) {
                var order = new ArrayList<T>();
                order.add(first);
                order.addAll(others);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void johnson_asks_for_as_many_minutes_on_both_machines() {
        assertThatThrownBy(() -> OneMachine.twoMachines(new long[] {1}, new long[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
