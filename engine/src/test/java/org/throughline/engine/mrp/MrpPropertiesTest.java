package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
            assertThat(again.answers()).as("seed %d", seed).isEqualTo(plan.answers());
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
}
