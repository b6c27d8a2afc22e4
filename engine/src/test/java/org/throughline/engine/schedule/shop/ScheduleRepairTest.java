package org.throughline.engine.schedule.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleRepairTest {

    @Test
    void after_every_event_the_plan_is_feasible_and_what_has_started_did_not_move() {
        var random = new Random(17);
        for (int round = 0; round < 40; round++) {
            var plant = TardinessSearchTest.plant(random, 3 + random.nextInt(15));
            var plan = TardinessSearch.search(plant, 1, round, Effort.evaluations(50), value -> {});
            var repair = new ScheduleRepair(plant, plan, round);
            int now = 0;
            for (int event = 0; event < 4; event++) {
                now += random.nextInt(15);
                int[] before = starts(repair);
                long costBefore = repair.cost();
                var outcome = happen(repair, random, plant, now);
                assertThat(repair.violations())
                        .as("round %d event %d", round, event)
                        .isEmpty();
                assertThat(outcome.costBefore()).isEqualTo(costBefore);
                assertThat(outcome.costRepaired())
                        .isLessThanOrEqualTo(outcome.costPushed())
                        .isEqualTo(repair.cost());
                for (int i = 0; i < before.length; i++) {
                    if (before[i] < now) {
                        assertThat(repair.start(i)).isEqualTo(before[i]);
                    } else {
                        assertThat(repair.start(i)).isGreaterThanOrEqualTo(now);
                    }
                }
            }
        }
    }

    private static ScheduleRepair.Outcome happen(ScheduleRepair repair, Random random, SetupShop plant, int now) {
        int operation = random.nextInt(repair.operations());
        if (repair.start(operation) < now || random.nextInt(3) == 0) {
            return repair.machineDown(random.nextInt(plant.shop().machines()), now, now + 10);
        }
        return random.nextBoolean()
                ? repair.materialLate(operation, now, repair.start(operation) + 25)
                : repair.slower(operation, now, 7);
    }

    private static int[] starts(ScheduleRepair repair) {
        int[] starts = new int[repair.operations()];
        java.util.Arrays.setAll(starts, repair::start);
        return starts;
    }
}
