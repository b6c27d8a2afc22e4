package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.line;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;

/** What must hold for every plan, and what the plainest possible planner would say. */
class MrpPropertiesTest {

    private static final int ROUNDS = 2_000;

    private static BigDecimal sum(java.util.stream.Stream<BigDecimal> quantities) {
        return quantities.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Everything that is required is covered, and no supply gives more than it has. */
    @Test
    void links_cover_every_requirement_and_overdraw_no_supply() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var input = RandomPlants.input(seed, true);
            var plan = Mrp.plan(input);
            Map<RequirementRef, BigDecimal> served = new HashMap<>();
            Map<List<Object>, BigDecimal> drawn = new HashMap<>();
            for (var link : plan.links()) {
                served.merge(link.requirement(), link.quantity(), BigDecimal::add);
                drawn.merge(List.of(link.item(), link.supply()), link.quantity(), BigDecimal::add);
            }
            for (var demand : input.demands()) {
                var ref = new RequirementRef(RequirementRef.Kind.DEMAND, demand.id());
                if (input.items().stream().noneMatch(one -> one.id().equals(demand.item()) && one.phantom())) {
                    assertThat(served.get(ref)).as("seed %d %s", seed, ref).isEqualByComparingTo(demand.quantity());
                }
            }
            for (var order : plan.orders()) {
                var ref = new SupplyRef(SupplyRef.Kind.PLANNED, order.id());
                var given = drawn.getOrDefault(List.of(order.item(), ref), BigDecimal.ZERO);
                assertThat(given).as("seed %d %s", seed, ref).isLessThanOrEqualTo(order.quantity());
                assertThat(order.start()).isAfterOrEqualTo(input.planStart());
                assertThat(order.possible()).isAfterOrEqualTo(order.due());
            }
            assertThat(sum(plan.requirements().stream().map(Requirement::quantity)))
                    .as("seed %d: picked = linked to orders", seed)
                    .isEqualByComparingTo(sum(plan.links().stream()
                            .filter(link -> link.requirement().kind() == RequirementRef.Kind.PLANNED
                                    || link.requirement().kind() == RequirementRef.Kind.OPEN)
                            .map(PegLink::quantity)));
        }
    }

    /** T-MRP-09: what is received less what is used is what is left, for every item, and safety stock is in it. */
    @Test
    void received_less_used_is_what_is_left() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var input = RandomPlants.plain(seed);
            var plan = Mrp.plan(input);
            for (var one : input.items()) {
                var received = sum(java.util.stream.Stream.concat(
                        input.stocks().stream()
                                .filter(stock -> stock.item().equals(one.id()))
                                .map(Stock::quantity),
                        plan.orders().stream()
                                .filter(order -> order.item().equals(one.id()))
                                .map(PlannedOrder::quantity)));
                var used = sum(java.util.stream.Stream.concat(
                        input.demands().stream()
                                .filter(demand -> demand.item().equals(one.id()))
                                .map(Demand::quantity),
                        plan.requirements().stream()
                                .filter(need -> need.component().equals(one.id()))
                                .map(Requirement::quantity)));
                var linked = sum(plan.links().stream()
                        .filter(link -> link.item().equals(one.id()))
                        .map(PegLink::quantity));
                assertThat(linked).as("seed %d %s", seed, one.id()).isEqualByComparingTo(used);
                boolean isOrdered =
                        plan.orders().stream().anyMatch(order -> order.item().equals(one.id()));
                // Lot-for-lot: an item that had to be ordered ends with nothing.
                assertThat(received.subtract(used).signum()).isEqualTo(isOrdered ? 0 : received.compareTo(used));
                assertThat(received).isGreaterThanOrEqualTo(used);
            }
        }
    }

    /** What a supply is for, through all levels, is never more than what it covers. */
    @Test
    void chains_reach_no_further_than_links() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var plan = Mrp.plan(RandomPlants.input(seed, true));
            Map<List<Object>, BigDecimal> linked = new HashMap<>();
            plan.links()
                    .forEach(link ->
                            linked.merge(List.of(link.item(), link.supply()), link.quantity(), BigDecimal::add));
            Map<List<Object>, BigDecimal> chained = new HashMap<>();
            plan.chain()
                    .forEach(link ->
                            chained.merge(List.of(link.item(), link.supply()), link.quantity(), BigDecimal::add));
            chained.forEach((supply, quantity) ->
                    assertThat(quantity).isLessThanOrEqualTo(linked.getOrDefault(supply, BigDecimal.ZERO)));
        }
    }

    @Test
    void the_order_of_the_input_lists_does_not_matter() {
        for (int seed = 0; seed < 60; seed++) {
            var input = RandomPlants.input(seed, true);
            var random = new Random(seed);
            var shuffled = new MrpInput(
                    input.planStart(),
                    input.bucketDays(),
                    shuffled(input.items(), random),
                    shuffled(input.bom(), random),
                    shuffled(input.alternates(), random),
                    shuffled(input.demands(), random),
                    shuffled(input.stocks(), random),
                    shuffled(input.supplies(), random),
                    input.calendars(),
                    input.damping());
            var plan = Mrp.plan(input);
            var again = Mrp.plan(shuffled);
            assertThat(again.orders()).as("seed %d", seed).isEqualTo(plan.orders());
            assertThat(again.messages()).isEqualTo(plan.messages());
            assertThat(again.chain()).isEqualTo(plan.chain());
            assertThat(again.links()).isEqualTo(plan.links());
            assertThat(again.answers()).isEqualTo(plan.answers());
        }
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** Accepting every proposal and planning again proposes nothing. */
    @Test
    void a_plan_that_was_accepted_needs_no_message() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var input = RandomPlants.input(seed, false);
            var plan = Mrp.plan(input);
            var accepted = new ArrayList<OpenSupply>();
            for (var order : plan.orders()) {
                accepted.add(new OpenSupply(
                        "%05d".formatted(accepted.size()), // in the order they were planned
                        order.item(),
                        order.quantity(),
                        order.due(),
                        OpenSupply.Firmness.OPEN,
                        order.start(),
                        order.peg()));
            }
            var again = Mrp.plan(MrpInput.of(
                    input.planStart(), input.items(), input.bom(), input.demands(), input.stocks(), accepted));
            assertThat(again.orders()).as("seed %d", seed).isEmpty();
            assertThat(again.messages()).as("seed %d", seed).isEmpty();
        }
    }

    /** The naive twin: one bucket a day, quantities only. */
    @Test
    void lot_for_lot_agrees_with_the_naive_planner() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            assertThat(summed(Mrp.plan(RandomPlants.plain(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(NaiveMrp.plan(RandomPlants.plain(seed)));
        }
    }

    @Test
    void lot_rules_scrap_safety_and_offsets_agree_with_the_naive_planner() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            assertThat(summed(Mrp.plan(RandomPlants.ruled(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(NaiveMrp.plan(RandomPlants.ruled(seed)));
        }
    }

    private static Map<String, BigDecimal> summed(MrpPlan plan) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var order : plan.orders()) {
            sums.merge(
                    order.item() + "@" + order.need() + ">" + order.start(),
                    order.quantity().stripTrailingZeros(),
                    (left, right) -> left.add(right).stripTrailingZeros());
        }
        return sums;
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
