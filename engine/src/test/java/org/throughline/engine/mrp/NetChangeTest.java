package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.engine.calendar.WorkdayCalendar;

class NetChangeTest {

    @Test
    void after_any_change_the_plan_is_that_of_planning_everything_again() {
        for (int seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            var input = RandomPlants.input(seed, true);
            var planner = new NetChange();
            assertThat(planner.plan(input)).isEqualTo(Mrp.plan(input));
            for (int round = 0; round < 6; round++) {
                for (int change = 0; change <= round / 2; change++) {
                    input = changed(input, random, 10 * round + change);
                }
                assertThat(planner.plan(input))
                        .as("seed %d round %d", seed, round)
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
    void a_calendar_that_was_built_anew_and_counts_the_same_days_is_no_change() {
        var planner = new NetChange();
        for (int round = 0; round < 2; round++) {
            var plant = WorkdayCalendar.of(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(MrpVectorsTest.week(4)), Set.of());
            planner.plan(new MrpInput(
                    MrpVectorsTest.week(0),
                    1,
                    List.of(PlanItem.builder("bike", Source.MAKE)
                            .calendar("plant")
                            .build()),
                    List.of(),
                    List.of(),
                    List.of(Demand.of("1", "bike", BigDecimal.ONE, MrpVectorsTest.week(9))),
                    List.of(),
                    List.of(),
                    Map.of("plant", plant),
                    Damping.none()));
            assertThat(planner.netted()).isEqualTo(1 - round);
        }
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

    /** Two orders of one item and what is below them: the one whose day nothing changed on is taken over. */
    @Test
    void the_orders_of_days_on_which_nothing_changed_are_those_of_the_last_run() {
        for (var policy : PegPolicy.values()) {
            var items = List.of(
                    PlanItem.builder("bike", Source.MAKE).pegPolicy(policy).build(),
                    PlanItem.builder("wheel", Source.BUY).pegPolicy(policy).build());
            var bom = List.of(BomLine.of("bike", "wheel", BigDecimal.TWO));
            var early = Demand.of("1", "bike", BigDecimal.ONE, MrpVectorsTest.week(4))
                    .pegged("a");
            var late = Demand.of("2", "bike", BigDecimal.ONE, MrpVectorsTest.week(6))
                    .pegged("b");
            var more = Demand.of("2", "bike", BigDecimal.TEN, MrpVectorsTest.week(6))
                    .pegged("b");
            var planner = new NetChange();
            var first = planner.plan(
                    MrpInput.of(MrpVectorsTest.week(0), items, bom, List.of(early, late), List.of(), List.of()));
            var second = planner.plan(
                    MrpInput.of(MrpVectorsTest.week(0), items, bom, List.of(early, more), List.of(), List.of()));
            for (int order = 0; order < 4; order++) {
                boolean isEarly = first.orders().get(order).due().equals(MrpVectorsTest.week(4));
                var now = List.<Object>of(
                        second.orders().get(order), second.links().get(order));
                var before =
                        List.<Object>of(first.orders().get(order), first.links().get(order));
                for (int k = 0; k < 2; k++) {
                    if (isEarly) {
                        assertThat(now.get(k)).isSameAs(before.get(k));
                    } else {
                        assertThat(now.get(k)).isNotEqualTo(before.get(k));
                    }
                }
            }
        }
    }

    @Test
    void where_very_much_has_changed_everything_is_planned() {
        var items = List.of(
                PlanItem.builder("bike", Source.MAKE).build(),
                PlanItem.builder("bell", Source.BUY).build());
        var planner = new NetChange();
        for (int changed : new int[] {0, 20, 400}) {
            var demands = new ArrayList<Demand>();
            for (int d = 0; d < 1_000; d++) {
                int quantity = d < changed ? 1 + changed : 1;
                demands.add(Demand.of("D" + d, "bike", BigDecimal.valueOf(quantity), MrpVectorsTest.week(d)));
            }
            var input = MrpInput.of(MrpVectorsTest.week(0), items, List.of(), demands, List.of(), List.of());
            assertThat(planner.plan(input)).isEqualTo(Mrp.plan(input));
            assertThat(planner.netted()).isEqualTo(changed == 20 ? 1 : 2);
        }
    }

    @Test
    void when_two_of_three_demands_ever_seen_are_gone_everything_is_planned_and_they_are_forgotten() {
        var items = List.of(
                PlanItem.builder("bike", Source.MAKE).build(),
                PlanItem.builder("bell", Source.BUY).build());
        var planner = new NetChange();
        for (int day = 0; day < 9; day++) {
            var demands = List.of(Demand.of("D" + day, "bike", BigDecimal.ONE, MrpVectorsTest.week(4)));
            var input = MrpInput.of(MrpVectorsTest.week(0), items, List.of(), demands, List.of(), List.of());
            assertThat(planner.plan(input)).isEqualTo(Mrp.plan(input));
            assertThat(planner.netted()).isEqualTo(day % 3 == 0 ? 2 : 1);
        }
    }

    private static MrpInput changed(MrpInput input, Random random, int change) {
        var items = new ArrayList<>(input.items());
        var bom = new ArrayList<>(input.bom());
        var alternates = new ArrayList<>(input.alternates());
        var demands = new ArrayList<>(input.demands());
        var stocks = new ArrayList<>(input.stocks());
        var supplies = new ArrayList<>(input.supplies());
        var planStart = input.planStart();
        int number = random.nextInt(items.size());
        var item = "I" + number;
        var quantity = BigDecimal.valueOf(1 + random.nextInt(20));
        var day = MrpVectorsTest.week(random.nextInt(25));
        switch (random.nextInt(12)) {
            case 0 -> demands.addFirst(Demand.of("N" + change, item, quantity, day));
            case 1 -> demands.remove(random.nextInt(demands.size()));
            case 2 ->
                demands.replaceAll(
                        one -> random.nextInt(3) == 0 ? Demand.of(one.id(), one.item(), quantity, day) : one);
            case 3 -> stocks.add(new Stock("extra" + change, item, quantity, null));
            case 4 -> stocks.removeIf(one -> one.item().equals(item));
            case 5 -> supplies.add(OpenSupply.of("R" + change, item, quantity, day));
            case 6 -> supplies.removeIf(one -> random.nextInt(3) == 0);
            case 7 -> supplies.replaceAll(one -> random.nextBoolean() ? one.exploding(day) : one.frozen());
            case 8 -> {
                var other = PlanItem.builder(item, Source.BUY).leadDays(random.nextInt(6));
                items.replaceAll(one -> one.id().equals(item) ? other.build() : one);
            }
            case 9 -> bom.removeIf(one -> random.nextInt(5) == 0);
            case 10 -> alternates.removeIf(one -> random.nextBoolean());
            default -> planStart = planStart.plusDays(random.nextInt(2));
        }
        if (demands.isEmpty()) {
            demands.add(Demand.of("N", "I0", BigDecimal.ONE, MrpVectorsTest.week(9)));
        }
        return new MrpInput(
                planStart,
                input.bucketDays(),
                items,
                bom,
                alternates,
                demands,
                stocks,
                supplies,
                input.calendars(),
                input.damping());
    }
}
