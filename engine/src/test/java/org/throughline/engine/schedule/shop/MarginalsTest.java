package org.throughline.engine.schedule.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarginalsTest {

    /** Some plan: the operations in the order of a search's starts. */
    private static SetupSchedule plan(SetupShop plant, int seed) {
        var result = TardinessSearch.search(plant, 1, seed, Effort.evaluations(50), better -> {});
        var plan = new SetupSchedule(plant);
        IntStream.range(0, plan.n)
                .boxed()
                .sorted((left, right) -> Integer.compare(result.start()[left], result.start()[right]))
                .forEach(i ->
                        plan.append(i, result.machine()[i], result.end()[i] - result.start()[i], result.start()[i]));
        plan.computeTimes();
        return plan;
    }

    @Test
    void delays_cost_at_least_their_minutes_times_the_cost_of_the_first() {
        var random = new Random(3);
        int exact = 0;
        int rounds = 300;
        for (int round = 0; round < rounds; round++) {
            var plant = TardinessSearchTest.plant(random, 10);
            var plan = plan(plant, round);
            new Marginals(plan).refresh();
            int delayed = random.nextInt(plan.n);
            int minutes = 1 + random.nextInt(5);
            long least = (long) minutes * plan.perMinute(delayed);
            long before = plan.cost();
            plan.startsNotBefore(delayed, plan.start(delayed) + minutes);
            plan.computeTimes();
            assertThat(plan.cost() - before).isGreaterThanOrEqualTo(least);
            exact += plan.cost() - before == least ? 1 : 0;
        }
        assertThat(exact).isGreaterThan(rounds / 3);
    }

    @Test
    void a_guess_at_the_last_operation_of_a_machine_and_of_its_job_is_exact() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            var plant = TardinessSearchTest.plant(random, 10);
            var plan = plan(plant, round);
            var marginals = new Marginals(plan);
            marginals.refresh();
            for (int m = 0; m < plant.shop().machines(); m++) {
                int lastPlace = plan.count[m] - 1;
                if (lastPlace > 0
                        && plan.last[plan.sequence[m][lastPlace]]
                        && plan.last[plan.sequence[m][lastPlace - 1]]) {
                    int moved = plan.sequence[m][lastPlace];
                    long guess = marginals.guess(moved, m, plan.time(moved), lastPlace - 1);
                    long before = plan.cost();
                    plan.remove(moved);
                    plan.insert(moved, m, lastPlace - 1);
                    plan.computeTimes();
                    assertThat(guess).isEqualTo(plan.cost() - before);
                }
            }
        }
    }
}
