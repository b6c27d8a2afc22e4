package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a planner is told about open receipts. */
class MessagesTest {

    /** "DEFER PO 5>9 20": defer PO from day five to day nine, with a quantity of twenty. */
    private static List<String> messages(int planStart, PlanItem.Builder item, Demand demand, OpenSupply... supplies) {
        var plan = Mrp.plan(MrpInput.of(
                week(planStart), List.of(item.build()), List.of(), List.of(demand), List.of(), List.of(supplies)));
        return plan.messages().stream().map(MessagesTest::worded).toList();
    }

    private static String worded(ActionMessage message) {
        var to = message.to();
        return "%s %s %d>%s %s"
                .formatted(
                        message.kind(),
                        message.supply().id(),
                        message.from().toEpochDay(),
                        to == null ? "" : to.toEpochDay(),
                        message.proposed().stripTrailingZeros().toPlainString());
    }

    private static Demand demand(String quantity, int day) {
        return Demand.of("d", "X", units(quantity), week(day));
    }

    private static OpenSupply supply(String id, String quantity, int day) {
        return OpenSupply.of(id, "X", units(quantity), week(day));
    }

    /** Received on day six at the earliest, and planned for it. */
    @Test
    void nothing_is_expedited_into_the_frozen_days() {
        var accepted = supply("WO", "10", 6).exploding(week(5));
        assertThat(messages(1, item("X", 1).frozenDays(5), demand("10", 3), accepted))
                .isEmpty();
        assertThat(messages(1, item("X", 1).frozenDays(5), demand("10", 3), supply("WO", "10", 9)))
                .containsExactly("EXPEDITE WO 9>6 10");
        assertThat(messages(1, item("X", 1).frozenDays(Integer.MAX_VALUE), demand("10", 3), supply("WO", "10", 9)))
                .isEmpty();
    }

    @Test
    void nothing_is_deferred_into_the_past() {
        assertThat(messages(10, item("X", 1), demand("10", 5), supply("PO", "10", 3)))
                .isEmpty();
        assertThat(messages(10, item("X", 1), demand("10", 12), supply("PO", "10", 3)))
                .containsExactly("DEFER PO 3>12 10");
    }

    @Test
    void a_large_receipt_of_a_small_lot_is_reduced_like_any_other() {
        var single = item("X", 1).lotRule(new LotRule.FixedQuantity(units("1")));
        assertThat(messages(1, single, demand("20000", 4), supply("PO", "20000", 4)))
                .isEmpty();
        assertThat(messages(1, single, demand("19000", 4), supply("PO", "20000", 4)))
                .containsExactly("REDUCE PO 4>4 19000");
    }

    @Test
    void nothing_is_reduced_to_a_lot_beyond_all_quantities() {
        var steps = new LotRule.MinimumMultiple(
                units("0"), units("5000000000000"), null, LotRule.MultipleReading.LARGER_OF_BOTH);
        assertThat(messages(
                        1, item("X", 1).lotRule(steps), demand("5500000000000", 4), supply("PO", "6000000000000", 4)))
                .isEmpty();
    }

    @Test
    void each_receipt_of_the_day_of_an_order_is_increased_once_and_the_first_one_first() {
        var lots = item("X", 0).lotRule(new LotRule.FixedQuantity(units("5")));
        assertThat(messages(1, lots, demand("25", 4), supply("P2", "5", 4), supply("P1", "5", 4)))
                .containsExactly("INCREASE P1 4>4 10", "INCREASE P2 4>4 10", "NEW X#3 4>4 5");
    }

    /** Where every order looked at every receipt this took more than half a minute. */
    @Test
    @Timeout(30)
    void many_orders_beside_many_receipts_are_compared_in_seconds() {
        int days = 100_000;
        var demands = new ArrayList<Demand>();
        var supplies = new ArrayList<OpenSupply>();
        for (int day = 1; day <= days; day++) {
            demands.add(Demand.of("D" + day, "X", units("2"), week(day)).pegged("G" + day));
            supplies.add(OpenSupply.of("P" + day, "X", units("1"), week(day)).pegged("G" + day));
        }
        var hard = item("X", 0).pegPolicy(PegPolicy.HARD).build();
        var plan = Mrp.plan(MrpInput.of(week(1), List.of(hard), List.of(), demands, List.of(), supplies));
        assertThat(plan.messages())
                .hasSize(days)
                .allSatisfy(message -> assertThat(message.kind()).isEqualTo(ActionMessage.Kind.INCREASE));
    }
}
