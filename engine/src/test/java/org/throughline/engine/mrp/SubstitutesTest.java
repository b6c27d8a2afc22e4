package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.engine.mrp.MrpVectorsTest.item;
import static org.throughline.engine.mrp.MrpVectorsTest.line;
import static org.throughline.engine.mrp.MrpVectorsTest.units;
import static org.throughline.engine.mrp.MrpVectorsTest.week;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.throughline.engine.EngineRefusal;

/** Which need takes which stock of a substitute; two old ones replace one new one. */
class SubstitutesTest {

    private static final Alternate OLD = new Alternate("new", "old", units("2"), 1, Alternate.Use.BEFORE_NEW_ORDER);

    private static MrpInput input(
            PegPolicy policy, List<Alternate> alternates, List<Demand> demands, List<Stock> stocks) {
        var items = List.of(
                item("made", 2).build(),
                item("new", 1).pegPolicy(policy).build(),
                item("old", 1).build(),
                item("older", 1).build());
        return new MrpInput(
                week(1),
                1,
                items,
                List.of(line("made", "new", "1")),
                alternates,
                demands,
                stocks,
                List.of(),
                Map.of(),
                Damping.none());
    }

    /** "old 8": eight of a stock were taken. */
    private static List<String> taken(MrpInput input) {
        return Mrp.plan(input).links().stream()
                .filter(link -> link.supply().kind() == SupplyRef.Kind.STOCK)
                .map(link -> link.supply().id() + " "
                        + link.quantity().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static Demand demand(String id, String quantity, int day) {
        return Demand.of(id, "new", units(quantity), week(day));
    }

    private static Stock stock(String id, String quantity) {
        return new Stock(id, "old", units(quantity), null);
    }

    @Test
    void a_free_item_takes_what_is_tagged_with_the_needs_own_group_first_and_never_that_of_another() {
        var stocks = List.of(
                stock("common", "4"),
                stock("old", "6").pegged("SO1"),
                stock("old", "20").pegged("SO2"));
        var demands = List.of(demand("d", "9", 5).pegged("SO1"));
        assertThat(taken(input(PegPolicy.FREE, List.of(OLD), demands, stocks)))
                .containsExactlyInAnyOrder("old/SO1 6", "common 4");
        assertThat(taken(input(PegPolicy.FREE, List.of(OLD), List.of(demand("d", "9", 5)), stocks)))
                .containsExactly("common 4");
    }

    @Test
    void an_order_specific_item_takes_only_what_is_tagged_alike() {
        var stocks = List.of(stock("common", "4"), stock("old", "6").pegged("SO1"));
        assertThat(taken(input(
                        PegPolicy.HARD,
                        List.of(OLD),
                        List.of(demand("d", "9", 5).pegged("SO1")),
                        stocks)))
                .containsExactly("old/SO1 6");
        assertThat(taken(input(PegPolicy.HARD, List.of(OLD), List.of(demand("d", "9", 5)), stocks)))
                .containsExactly("common 4");
    }

    @Test
    void a_substitute_serves_the_needs_of_the_days_on_which_it_is_valid() {
        var demands = List.of(demand("1", "1", 3), demand("2", "2", 4), demand("3", "4", 6), demand("4", "8", 7));
        var some = OLD.validBetween(week(4), week(6));
        assertThat(taken(input(PegPolicy.FREE, List.of(some), demands, List.of(stock("old", "99")))))
                .containsExactly("old 4", "old 8");
    }

    /** Made from day 3 and from day 4 on. */
    @Test
    void a_share_is_taken_by_the_parents_that_start_on_the_days_on_which_it_is_valid() {
        var demands =
                List.of(Demand.of("1", "made", units("10"), week(5)), Demand.of("2", "made", units("10"), week(6)));
        var shared = List.of(
                Alternate.shared("new", "old", units("1"), units("0.6")).validBetween(null, week(3)),
                Alternate.shared("new", "older", units("1"), units("0.7")).validBetween(week(4), null));
        assertThat(Mrp.plan(input(PegPolicy.FREE, shared, demands, List.of())).requirements())
                .extracting(need -> need.component() + " "
                        + need.quantity().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder("old 6", "new 4", "older 7", "new 3");
        var both = List.of(shared.get(0).validBetween(null, week(4)), shared.get(1));
        assertThatThrownBy(() -> Mrp.plan(input(PegPolicy.FREE, both, demands, List.of())))
                .isInstanceOf(EngineRefusal.class)
                .hasMessageContaining("more than the whole");
    }

    @Test
    void a_whole_replacement_covers_all_that_is_open_or_nothing() {
        var demands = List.of(demand("1", "5", 3), demand("2", "4", 4));
        var lots = List.of(stock("lot 1", "3"), stock("lot 2", "5"));
        assertThat(taken(input(PegPolicy.FREE, List.of(OLD.onlyWhole()), demands, lots)))
                .containsExactly("lot 1 3", "lot 2 5");
        assertThat(Mrp.plan(input(PegPolicy.FREE, List.of(OLD.onlyWhole()), demands, lots))
                        .orders())
                .singleElement()
                .satisfies(order -> assertThat(order.quantity()).isEqualByComparingTo("5"));
        assertThat(taken(input(PegPolicy.FREE, List.of(OLD.onlyWhole()), List.of(demand("1", "5", 3)), lots)))
                .isEmpty();
    }

    @Test
    void an_alternate_that_contradicts_itself_is_refused() {
        for (var wrong : List.of(
                OLD.validBetween(week(5), week(4)),
                Alternate.shared("new", "old", units("1"), units("0.5")).onlyWhole(),
                new Alternate("new", "old", units("1E999999999"), 1, Alternate.Use.BEFORE_NEW_ORDER))) {
            assertThatThrownBy(() -> Mrp.plan(input(PegPolicy.FREE, List.of(wrong), List.of(), List.of())))
                    .isInstanceOfSatisfying(
                            EngineRefusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("mrp.invalid"));
        }
    }

    /** Nine trillion old ones at a millionth each would replace more new ones than can be counted. */
    @Test
    void a_substitute_of_which_very_little_is_enough_covers_the_need() {
        var little = new Alternate("new", "old", units("0.000001"), 1, Alternate.Use.BEFORE_NEW_ORDER);
        var demands = List.of(demand("d", "3000000", 4));
        var plan = Mrp.plan(input(PegPolicy.FREE, List.of(little), demands, List.of(stock("old", "9000000000000"))));
        assertThat(plan.orders()).isEmpty();
        assertThat(plan.links())
                .singleElement()
                .satisfies(link -> assertThat(link.quantity()).isEqualByComparingTo("3"));
    }

    /** Where every need looked at every lot this took more than half a minute. */
    @Test
    @Timeout(30)
    void many_needs_use_up_many_lots_in_seconds() {
        int many = 100_000;
        var demands = new ArrayList<Demand>();
        var stocks = new ArrayList<Stock>();
        for (int i = 0; i < many; i++) {
            demands.add(demand("D" + i, "1", 4));
            stocks.add(stock("lot " + i, "2"));
        }
        assertThat(Mrp.plan(input(PegPolicy.FREE, List.of(OLD), demands, stocks))
                        .links())
                .hasSize(many)
                .allSatisfy(link -> assertThat(link.quantity()).isEqualByComparingTo(BigDecimal.TWO));
    }
}
