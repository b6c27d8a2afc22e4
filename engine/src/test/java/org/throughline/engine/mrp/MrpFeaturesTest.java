package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.line;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;

/** Phantoms, substitutes, transfers, by-products, validity, messages and frozen receipts, one by one. */
class MrpFeaturesTest {

    private static BigDecimal sum(java.util.stream.Stream<BigDecimal> quantities) {
        return quantities.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_phantom_is_used_up_and_then_blown_through() {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(
                        item("A", 1).build(),
                        item("P", 9).phantom(true).build(),
                        item("K", 2).build()),
                List.of(line("A", "P", "2"), line("P", "K", "3")),
                List.of(Demand.of("d", "A", units("10"), week(9))),
                List.of(Stock.of("P", units("5"))),
                List.of()));

        assertThat(plan.orders()).extracting(PlannedOrder::item).containsExactly("A", "K");
        var component = plan.orders().getLast();
        assertThat(component.quantity()).isEqualByComparingTo("45");
        assertThat(component.due()).isEqualTo(week(8));
        assertThat(plan.links())
                .contains(new PegLink(
                        "K",
                        new SupplyRef(SupplyRef.Kind.PLANNED, "K#1"),
                        new RequirementRef(RequirementRef.Kind.PLANNED, "A#1"),
                        units("45.000000")));
    }

    @Test
    void a_substitute_is_used_up_first_if_so_wanted() {
        var input = MrpInput.of(
                week(1),
                List.of(
                        item("A", 1).build(),
                        item("new", 2).build(),
                        item("old", 2).build()),
                List.of(line("A", "new", "1")),
                List.of(Demand.of("d", "A", units("10"), week(9))),
                List.of(Stock.of("old", units("8")), Stock.of("new", units("4"))),
                List.of());
        var first = withAlternate(input, Alternate.Use.USE_UP_FIRST);
        var last = withAlternate(input, Alternate.Use.BEFORE_NEW_ORDER);

        assertThat(drawn(Mrp.plan(first), "old")).isEqualByComparingTo("8");
        assertThat(drawn(Mrp.plan(first), "new")).isEqualByComparingTo("4");
        assertThat(drawn(Mrp.plan(last), "old")).isEqualByComparingTo("8");
        assertThat(drawn(Mrp.plan(last), "new")).isEqualByComparingTo("4");
        assertThat(Mrp.plan(first).orders())
                .filteredOn(order -> !order.item().equals("A"))
                .singleElement()
                .satisfies(order -> assertThat(order.quantity()).isEqualByComparingTo("2"));
    }

    /** Forty per cent of the bolts are B's, two of which do the work of one; 7 × 0.4 is 2 whole ones. */
    @Test
    void parents_take_a_shared_alternate_by_its_ratio() {
        var input = MrpInput.of(
                week(1),
                List.of(
                        item("made", 1).build(),
                        item("bolt A", 2).scrap(BigDecimal.ZERO, BigDecimal.ONE).build(),
                        item("bolt B", 3).build()),
                List.of(line("made", "bolt A", "1")),
                List.of(
                        Demand.of("d", "made", units("7"), week(9)),
                        Demand.of("spare", "bolt A", units("10"), week(9))),
                List.of(Stock.of("bolt B", units("1"))),
                List.of());
        var plan = Mrp.plan(with(input, Alternate.shared("bolt A", "bolt B", units("2"), units("0.4"))));

        assertThat(plan.orders())
                .extracting(order -> order.item() + " "
                        + order.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("made 7", "bolt A 5", "bolt A 10", "bolt B 3");
        assertThat(plan.requirements())
                .filteredOn(need -> need.component().equals("bolt B"))
                .singleElement()
                .satisfies(need -> assertThat(need.quantity()).isEqualByComparingTo("4"));
        assertThat(plan.chain())
                .filteredOn(link -> link.item().equals("bolt B"))
                .extracting(ChainLink::demand)
                .containsOnly("d");
    }

    @Test
    void shares_beyond_the_whole_are_refused() {
        var input = MrpInput.of(
                week(1),
                List.of(item("A", 1).build(), item("B", 1).build(), item("C", 1).build()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> Mrp.plan(with(
                        input,
                        Alternate.shared("A", "B", BigDecimal.ONE, units("0.6")),
                        Alternate.shared("A", "C", BigDecimal.ONE, units("0.5")))))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("more than the whole");
    }

    /** What the north makes travels two workdays to the south, which has a calendar of its own. */
    @Test
    void a_second_plant_is_supplied_by_a_transfer_that_takes_time() {
        var input = MrpInput.of(
                week(1),
                List.of(
                        item("pump@south", 1).build(),
                        PlanItem.builder("rotor@south", Source.TRANSFER)
                                .leadDays(2)
                                .build(),
                        item("rotor@north", 3).build(),
                        item("bar@north", 1).build()),
                List.of(
                        line("pump@south", "rotor@south", "1"),
                        line("rotor@south", "rotor@north", "1"),
                        line("rotor@north", "bar@north", "2")),
                List.of(Demand.of("d", "pump@south", units("10"), week(12))),
                List.of(Stock.of("rotor@south", units("4")), Stock.of("rotor@north", units("1"))),
                List.of());
        var plan = Mrp.plan(input);

        assertThat(plan.orders())
                .extracting(order -> "%s %s %s %d>%d"
                        .formatted(
                                order.source(),
                                order.item(),
                                order.quantity().stripTrailingZeros().toPlainString(),
                                order.start().toEpochDay(),
                                order.due().toEpochDay()))
                .containsExactly(
                        "MAKE pump@south 10 11>12",
                        "TRANSFER rotor@south 6 9>11",
                        "MAKE rotor@north 5 6>9",
                        "MAKE bar@north 10 5>6");
    }

    private static MrpInput withAlternate(MrpInput input, Alternate.Use use) {
        // Two old ones replace one new one.
        return with(input, new Alternate("new", "old", units("2"), 1, use));
    }

    private static MrpInput with(MrpInput input, Alternate... alternates) {
        return new MrpInput(
                input.planStart(),
                1,
                input.items(),
                input.bom(),
                List.of(alternates),
                input.demands(),
                input.stocks(),
                input.supplies(),
                Map.of(),
                input.damping());
    }

    private static BigDecimal drawn(MrpPlan plan, String item) {
        return sum(plan.links().stream()
                .filter(link -> link.item().equals(item) && link.supply().kind() == SupplyRef.Kind.STOCK)
                .map(PegLink::quantity));
    }

    @Test
    void a_by_product_is_received_when_its_parent_is_done() {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(item("A", 1).build(), item("chip", 1).build()),
                List.of(line("A", "chip", "-0.5")),
                List.of(
                        Demand.of("a", "A", units("10"), week(5)),
                        Demand.of("early", "chip", units("1"), week(4)),
                        Demand.of("late", "chip", units("7"), week(6))),
                List.of(),
                List.of()));

        assertThat(plan.orders())
                .filteredOn(order -> order.item().equals("chip"))
                .extracting(order -> order.quantity().intValueExact())
                .containsExactly(1, 2);
    }

    @Test
    void lines_count_only_while_they_are_valid() {
        var before = line("A", "old", "1").validBetween(null, week(4));
        var after = line("A", "new", "1").validBetween(week(5), null);
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(
                        item("A", 0).build(),
                        item("old", 0).build(),
                        item("new", 0).build()),
                List.of(before, after),
                List.of(Demand.of("1", "A", units("3"), week(4)), Demand.of("2", "A", units("5"), week(5))),
                List.of(),
                List.of()));

        assertThat(plan.orders())
                .extracting(order -> order.item() + order.quantity().intValueExact())
                .containsExactly("A3", "A5", "new5", "old3");
    }

    @Test
    void what_is_too_much_is_reduced_deferred_or_cancelled_unless_it_is_little() {
        var supplies = List.of(
                OpenSupply.of("P1", "X", units("20"), week(2)),
                OpenSupply.of("P2", "X", units("20"), week(3)),
                OpenSupply.of("P3", "X", units("20"), week(4)));
        var input = MrpInput.of(
                week(1),
                List.of(item("X", 1).build()),
                List.of(),
                List.of(Demand.of("d", "X", units("25"), week(9))),
                List.of(),
                supplies);

        assertThat(Mrp.plan(input).messages())
                .extracting(message -> message.kind() + " " + message.supply().id())
                .containsExactly("DEFER P1", "DEFER P2", "REDUCE P2", "CANCEL P3");
        var damped = new MrpInput(
                input.planStart(),
                1,
                input.items(),
                input.bom(),
                List.of(),
                input.demands(),
                input.stocks(),
                supplies,
                Map.of(),
                new Damping(3, 7, units("0.8")));
        assertThat(Mrp.plan(damped).messages())
                .extracting(message -> message.kind() + " " + message.supply().id())
                .containsExactly("DEFER P1", "CANCEL P3");
    }

    @Test
    void a_frozen_receipt_serves_only_what_comes_after_it() {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(item("X", 0).build()),
                List.of(),
                List.of(Demand.of("early", "X", units("5"), week(2)), Demand.of("late", "X", units("5"), week(6))),
                List.of(),
                List.of(OpenSupply.of("PO", "X", units("5"), week(4)).frozen())));

        assertThat(plan.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.need()).isEqualTo(week(2)));
        assertThat(plan.messages()).extracting(ActionMessage::kind).containsExactly(ActionMessage.Kind.NEW);
    }
}
