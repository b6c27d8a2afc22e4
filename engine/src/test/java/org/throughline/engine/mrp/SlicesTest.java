package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.line;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlicesTest {

    @Test
    void demands_that_come_back_many_times_are_joined_in_the_order_of_their_first() {
        var slices = new Slices();
        for (int round = 0; round < 1_000; round++) {
            slices.add(7, 1);
            slices.add(Slices.NOBODY, 2);
            slices.add(4, 3);
        }
        assertThat(slices.size()).isLessThan(30);
        assertThat(slices.total()).isEqualTo(6_000);
        assertThat(slices.demand(0)).isEqualTo(7);
        assertThat(slices.demand(1)).isEqualTo(Slices.NOBODY);
        assertThat(slices.demand(2)).isEqualTo(4);
        long[] sums = new long[9];
        for (int i = 0; i < slices.size(); i++) {
            sums[slices.demand(i) + 1] += slices.quantity(i);
        }
        assertThat(sums).containsExactly(2_000, 0, 0, 0, 0, 3_000, 0, 0, 1_000);
    }

    @Test
    void many_different_demands_stay_as_they_are() {
        var slices = new Slices();
        for (int i = 0; i < 300; i++) {
            slices.add(i % 100, 1);
        }
        assertThat(slices.size()).isEqualTo(300);
    }

    @Test
    void after_they_are_cleared_slices_are_joined_as_new_ones_are() {
        var used = new Slices();
        var fresh = new Slices();
        for (int i = 0; i < 500; i++) {
            used.add(i, 1);
        }
        used.clear();
        for (int i = 0; i < 500; i++) {
            used.add(i % 3, 1);
            fresh.add(i % 3, 1);
        }
        assertThat(used.isLike(fresh)).isTrue();
    }

    /** A line of items, each twice in the one before. */
    private static MrpInput ladder(int rungs, List<Demand> demands) {
        var items = new ArrayList<PlanItem>();
        var bom = new ArrayList<BomLine>();
        for (int i = 0; i <= rungs; i++) {
            items.add(item("I%02d".formatted(i), 0).build());
            if (i > 0) {
                bom.add(line("I%02d".formatted(i - 1), "I%02d".formatted(i), "1"));
                bom.add(line("I%02d".formatted(i - 1), "I%02d".formatted(i), "1"));
            }
        }
        return MrpInput.of(week(1), items, bom, demands, List.of(), List.of());
    }

    /** Without joining there would be two milliards of slices at the lower end. */
    @Test
    @Timeout(30)
    void what_is_used_twice_on_each_of_thirty_levels_is_pegged() {
        var demands = List.of(Demand.of("a", "I00", units("1"), week(9)), Demand.of("b", "I00", units("2"), week(9)));
        var plan = Mrp.plan(ladder(30, demands));
        assertThat(plan.chain())
                .filteredOn(link -> link.item().equals("I30"))
                .extracting(link -> link.demand() + " " + link.quantity().longValueExact())
                .containsExactly("a " + (1L << 30), "b " + (2L << 30));
    }

    @Test
    void an_order_with_joined_slices_is_taken_over_if_its_needs_are_as_they_were() {
        var planner = new NetChange();
        var first = planner.plan(ladder(8, demands("5")));
        var input = ladder(8, demands("6"));
        var second = planner.plan(input);
        assertThat(second).isEqualTo(Mrp.plan(input));
        assertThat(second.orders().getLast().due()).isEqualTo(week(12));
        var early = first.orders().get(first.orders().size() - 2);
        assertThat(early.item()).isEqualTo("I08");
        assertThat(second.orders().get(second.orders().size() - 2)).isSameAs(early);
    }

    private static List<Demand> demands(String late) {
        return List.of(
                Demand.of("a", "I00", units("1"), week(9)),
                Demand.of("b", "I00", units("2"), week(9)),
                Demand.of("c", "I00", units(late), week(12)));
    }
}
