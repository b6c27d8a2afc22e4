package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetChangeTest {

    @Test
    void after_any_change_the_plan_is_that_of_planning_everything_again() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var input = RandomPlants.input(seed, true);
            var planner = new NetChange();
            assertThat(planner.plan(input)).isEqualTo(Mrp.plan(input));
            for (int change = 0; change < 5; change++) {
                input = changed(input, random, change);
                assertThat(planner.plan(input))
                        .as("seed %d change %d", seed, change)
                        .isEqualTo(Mrp.plan(input));
            }
        }
    }

    @Test
    void without_a_change_nothing_is_netted() {
        var input = RandomPlants.input(5, true);
        var planner = new NetChange();
        var plan = planner.plan(input);
        assertThat(planner.netted()).isEqualTo(input.items().size());
        assertThat(planner.plan(input)).isEqualTo(plan);
        assertThat(planner.netted()).isZero();
    }

    @Test
    void a_changed_demand_touches_its_item_and_what_is_below_it() {
        var items = List.of(
                PlanItem.builder("bike", Source.MAKE).build(),
                PlanItem.builder("wheel", Source.BUY).build(),
                PlanItem.builder("bench", Source.MAKE).build(),
                PlanItem.builder("plank", Source.BUY).build());
        var bom = List.of(
                BomLine.of("bike", "wheel", BigDecimal.TWO), BomLine.of("bench", "plank", BigDecimal.valueOf(3)));
        var bike = Demand.of("1", "bike", BigDecimal.ONE, MrpVectorsTest.week(4));
        var bench = Demand.of("2", "bench", BigDecimal.ONE, MrpVectorsTest.week(4));
        var more = Demand.of("1", "bike", BigDecimal.TEN, MrpVectorsTest.week(4));
        var planner = new NetChange();
        planner.plan(MrpInput.of(MrpVectorsTest.week(0), items, bom, List.of(bike, bench), List.of(), List.of()));
        planner.plan(MrpInput.of(MrpVectorsTest.week(0), items, bom, List.of(bench, more), List.of(), List.of()));
        assertThat(planner.netted()).isEqualTo(2);
    }

    private static MrpInput changed(MrpInput input, Random random, int change) {
        var demands = new ArrayList<>(input.demands());
        var stocks = new ArrayList<>(input.stocks());
        var supplies = new ArrayList<>(input.supplies());
        var items = new ArrayList<>(input.items());
        var bom = new ArrayList<>(input.bom());
        int item = random.nextInt(items.size());
        switch (random.nextInt(6)) {
            case 0 ->
                demands.addFirst(Demand.of(
                        "N" + change,
                        "I" + item,
                        BigDecimal.valueOf(1 + random.nextInt(20)),
                        MrpVectorsTest.week(random.nextInt(25))));
            case 1 -> demands.remove(random.nextInt(demands.size()));
            case 2 -> stocks.add(new Stock("extra" + change, "I" + item, BigDecimal.valueOf(random.nextInt(30)), null));
            case 3 -> {
                if (!supplies.isEmpty()) {
                    supplies.remove(random.nextInt(supplies.size()));
                }
            }
            case 4 -> {
                var other = PlanItem.builder("I" + item, Source.BUY).leadDays(random.nextInt(6));
                items.replaceAll(one -> one.id().equals("I" + item) ? other.build() : one);
            }
            default -> {
                if (!bom.isEmpty()) {
                    bom.remove(random.nextInt(bom.size()));
                }
            }
        }
        if (demands.isEmpty()) {
            demands.add(Demand.of("N", "I0", BigDecimal.ONE, MrpVectorsTest.week(9)));
        }
        return new MrpInput(
                input.planStart(),
                input.bucketDays(),
                items,
                bom,
                input.alternates(),
                demands,
                stocks,
                supplies,
                input.calendars(),
                input.damping());
    }
}
