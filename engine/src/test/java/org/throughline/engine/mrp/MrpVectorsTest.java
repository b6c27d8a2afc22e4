package org.throughline.engine.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.engine.EngineRefusal;

/** The published vectors of the field; a week of the vectors is a day here. */
class MrpVectorsTest {

    static LocalDate week(int number) {
        return LocalDate.ofEpochDay(number);
    }

    static BigDecimal units(String value) {
        return new BigDecimal(value);
    }

    static PlanItem.Builder item(String id, int leadWeeks) {
        return PlanItem.builder(id, Source.MAKE).leadDays(leadWeeks);
    }

    static BomLine line(String parent, String component, String quantityPer) {
        return BomLine.of(parent, component, units(quantityPer));
    }

    /** "40@7": forty, released in week seven. */
    private static List<String> releases(MrpPlan plan, String item) {
        return plan.orders().stream()
                .filter(order -> order.item().equals(item))
                .map(order -> "%s@%d"
                        .formatted(
                                order.quantity().stripTrailingZeros().toPlainString(),
                                order.start().toEpochDay()))
                .toList();
    }

    private static List<String> receipts(MrpPlan plan, String item) {
        return plan.orders().stream()
                .filter(order -> order.item().equals(item))
                .map(order -> "%s@%d"
                        .formatted(
                                order.quantity().stripTrailingZeros().toPlainString(),
                                order.due().toEpochDay()))
                .toList();
    }

    private static MrpInput speakerKit() {
        return MrpInput.of(
                week(1),
                List.of(
                        item("A", 1).build(),
                        item("B", 2).build(),
                        item("C", 1).build(),
                        item("D", 1).build(),
                        item("E", 2).build(),
                        item("F", 3).build(),
                        item("G", 2).build()),
                List.of(
                        line("A", "B", "2"),
                        line("A", "C", "3"),
                        line("B", "D", "2"),
                        line("B", "E", "2"),
                        line("C", "E", "2"),
                        line("C", "F", "2"),
                        line("F", "D", "2"),
                        line("F", "G", "1")),
                List.of(Demand.of("SO-1", "A", units("50"), week(8))),
                List.of(
                        Stock.of("A", units("10")),
                        Stock.of("B", units("15")),
                        Stock.of("C", units("20")),
                        Stock.of("D", units("10")),
                        Stock.of("E", units("10")),
                        Stock.of("F", units("5"))),
                List.of());
    }

    @Test
    void the_speaker_kit_is_released_as_in_the_textbook() {
        var plan = Mrp.plan(speakerKit());

        assertThat(releases(plan, "A")).containsExactly("40@7");
        assertThat(releases(plan, "B")).containsExactly("65@5");
        assertThat(releases(plan, "C")).containsExactly("100@6");
        assertThat(releases(plan, "E")).containsExactly("120@3", "200@4");
        assertThat(releases(plan, "F")).containsExactly("195@3");
        assertThat(releases(plan, "D")).containsExactly("380@2", "130@4");
        assertThat(releases(plan, "G")).containsExactly("195@1");
        assertThat(plan.orders().stream()
                        .collect(Collectors.toMap(PlannedOrder::item, PlannedOrder::level, (first, same) -> first)))
                .containsEntry("A", 0)
                .containsEntry("B", 1)
                .containsEntry("C", 1)
                .containsEntry("E", 2)
                .containsEntry("F", 2)
                .containsEntry("D", 3)
                .containsEntry("G", 3);
    }

    @Test
    void without_stock_the_gross_requirements_of_the_speaker_kit_are_those_of_the_textbook() {
        var kit = speakerKit();
        var plan = Mrp.plan(MrpInput.of(kit.planStart(), kit.items(), kit.bom(), kit.demands(), List.of(), List.of()));

        var gross = new TreeMap<String, Integer>();
        plan.requirements()
                .forEach(need -> gross.merge(need.component(), need.quantity().intValueExact(), Integer::sum));
        assertThat(gross).isEqualTo(new TreeMap<>(Map.of("B", 100, "C", 150, "E", 500, "F", 300, "D", 800, "G", 300)));
    }

    @Test
    void every_supply_of_the_speaker_kit_is_pegged_to_the_sales_order() {
        var plan = Mrp.plan(speakerKit());

        assertThat(plan.chain()).allSatisfy(link -> assertThat(link.demand()).isEqualTo("SO-1"));
        assertThat(plan.chain().stream()
                        .filter(link -> link.item().equals("D"))
                        .map(ChainLink::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("520");
    }

    private static final int[] GROSS = {0, 40, 30, 0, 30, 70, 20, 10};

    private static MrpPlan lotVector(PlanItem.Builder rules) {
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < GROSS.length; i++) {
            if (GROSS[i] > 0) {
                demands.add(Demand.of("wk" + (i + 1), "X", BigDecimal.valueOf(GROSS[i]), week(i + 1)));
            }
        }
        return Mrp.plan(MrpInput.of(
                week(1),
                List.of(rules.safetyStock(units("10")).build()),
                List.of(),
                demands,
                List.of(Stock.of("X", units("35"))),
                List.of(OpenSupply.of("PO", "X", units("20"), week(2)))));
    }

    /** The projected available balance at the end of each week. */
    private static List<Integer> balance(MrpPlan plan) {
        var balance = new ArrayList<Integer>();
        int stock = 35;
        for (int i = 0; i < GROSS.length; i++) {
            var day = week(i + 1);
            stock += i == 1 ? 20 : 0;
            stock += plan.orders().stream()
                    .filter(order -> order.due().equals(day))
                    .mapToInt(order -> order.quantity().intValueExact())
                    .sum();
            stock -= GROSS[i];
            balance.add(stock);
        }
        return balance;
    }

    @Test
    void lot_for_lot_orders_what_is_missing() {
        var plan = lotVector(item("X", 2));
        assertThat(receipts(plan, "X")).containsExactly("25@3", "30@5", "70@6", "20@7", "10@8");
        assertThat(releases(plan, "X")).containsExactly("25@1", "30@3", "70@4", "20@5", "10@6");
        assertThat(balance(plan)).containsExactly(35, 15, 10, 10, 10, 10, 10, 10);
    }

    @Test
    void a_fixed_quantity_is_ordered_in_whole_lots() {
        var plan = lotVector(item("X", 2).lotRule(new LotRule.FixedQuantity(units("50"))));
        assertThat(plan.orders().stream()
                        .map(order -> order.start().toEpochDay())
                        .toList())
                .containsExactly(1L, 3L, 4L, 6L);
        assertThat(receipts(plan, "X")).containsExactly("50@3", "50@5", "50@6", "50@8");
        assertThat(balance(plan)).containsExactly(35, 15, 35, 35, 55, 35, 15, 55);
    }

    @Test
    void minimum_and_multiple_are_read_as_the_larger_of_both() {
        var rule = new LotRule.MinimumMultiple(units("25"), units("20"), null, LotRule.MultipleReading.LARGER_OF_BOTH);
        var plan = lotVector(item("X", 2).lotRule(rule));
        assertThat(receipts(plan, "X")).containsExactly("40@3", "25@5", "60@6", "25@7", "25@8");
        assertThat(releases(plan, "X")).containsExactly("40@1", "25@3", "60@4", "25@5", "25@6");
        assertThat(balance(plan)).containsExactly(35, 15, 25, 25, 20, 10, 15, 30);
    }

    @Test
    void minimum_and_multiple_may_be_read_as_steps_above_the_minimum() {
        var rule = new LotRule.MinimumMultiple(
                units("25"), units("20"), null, LotRule.MultipleReading.STEPS_ABOVE_MINIMUM);
        var lots = new LotSizer(item("X", 2).lotRule(rule).build(), 1, 1);
        assertThat(lots.quantities(Scaled.of(units("25"), "X"))).containsExactly(25_000_000L);
        assertThat(lots.quantities(Scaled.of(units("26"), "X"))).containsExactly(45_000_000L);
        assertThat(lots.quantities(Scaled.of(units("50"), "X"))).containsExactly(65_000_000L);
    }

    @Test
    void an_order_above_the_maximum_is_split() {
        var rule = new LotRule.MinimumMultiple(
                units("25"), units("20"), units("70"), LotRule.MultipleReading.LARGER_OF_BOTH);
        var lots = new LotSizer(item("X", 2).lotRule(rule).build(), 1, 1);
        assertThat(lots.quantities(Scaled.of(units("121"), "X")))
                .containsExactly(60_000_000L, 60_000_000L, 25_000_000L);
    }

    @Test
    void three_periods_are_covered_by_one_order() {
        var plan = lotVector(item("X", 2).lotRule(new LotRule.Periods(3)));
        assertThat(receipts(plan, "X")).containsExactly("55@3", "100@6");
        assertThat(releases(plan, "X")).containsExactly("55@1", "100@4");
        assertThat(balance(plan)).containsExactly(35, 15, 40, 40, 10, 40, 20, 10);
    }

    @Test
    void three_periods_are_covered_by_one_order_that_keeps_minimum_and_multiple() {
        var larger =
                new LotRule.MinimumMultiple(units("80"), units("25"), null, LotRule.MultipleReading.LARGER_OF_BOTH);
        var steps = new LotRule.MinimumMultiple(
                units("25"), units("20"), null, LotRule.MultipleReading.STEPS_ABOVE_MINIMUM);

        assertThat(receipts(lotVector(item("X", 2).lotRule(new LotRule.Periods(3, larger))), "X"))
                .containsExactly("80@3", "80@6");
        assertThat(receipts(lotVector(item("X", 2).lotRule(new LotRule.DaysOfSupply(3, steps))), "X"))
                .containsExactly("65@3", "105@6");
    }

    @Test
    void days_of_supply_above_the_maximum_begin_a_further_order_on_the_day_it_is_needed() {
        var bounds = new LotRule.MinimumMultiple(
                units("20"), units("20"), units("60"), LotRule.MultipleReading.LARGER_OF_BOTH);

        var plan = lotVector(item("X", 2).lotRule(new LotRule.DaysOfSupply(8, bounds)));

        // 25@3, 30@5 and 5 of 70@6 fill the first; the other 65 want two, which hold 20@7 and 10@8 too
        assertThat(receipts(plan, "X")).containsExactly("60@3", "60@6", "40@6");
    }

    @Test
    void item_scrap_raises_what_is_started() {
        var plan = lotVector(item("X", 2).scrap(units("0.05"), BigDecimal.ONE));
        assertThat(plan.orders())
                .extracting(order -> "%d@%d"
                        .formatted(
                                order.startQuantity().intValueExact(),
                                order.start().toEpochDay()))
                .containsExactly("27@1", "32@3", "74@4", "22@5", "11@6");
        assertThat(receipts(plan, "X")).containsExactly("25@3", "30@5", "70@6", "20@7", "10@8");
    }

    @Test
    void the_economic_quantity_is_the_root_of_the_textbook() {
        var quantity = LotRule.economicQuantity(units("1200"), units("60"), units("2.4"));
        assertThat(quantity).isCloseTo(units("244.95"), within(units("0.005")));
        double cost = 1200 / quantity.doubleValue() * 60 + quantity.doubleValue() / 2 * 2.4;
        assertThat(cost).isCloseTo(587.88, within(0.005));
    }

    @Test
    void component_scrap_has_two_conventions_and_a_constant() {
        var plain = line("P", "K", "1.2");
        assertThat(required(plain.withScrap(units("0.04"), ScrapConvention.ON_NET)))
                .isEqualByComparingTo("1.248");
        assertThat(required(plain.withScrap(units("0.04"), ScrapConvention.YIELD)))
                .isEqualByComparingTo("1.25");
        assertThat(required(plain.withFixedScrap(units("0.3")))).isEqualByComparingTo("1.5");
    }

    private static BigDecimal required(BomLine line) {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(item("P", 0).build(), item("K", 0).build()),
                List.of(line),
                List.of(Demand.of("d", "P", BigDecimal.ONE, week(3))),
                List.of(),
                List.of()));
        return plan.requirements().getFirst().quantity();
    }

    @Test
    void a_release_in_the_past_is_started_today_and_keeps_its_need() {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(item("X", 3).build()),
                List.of(),
                List.of(Demand.of("d", "X", units("5"), week(2))),
                List.of(),
                List.of()));

        var order = plan.orders().getFirst();
        assertThat(order.start()).isEqualTo(week(1));
        assertThat(order.need()).isEqualTo(week(2));
        assertThat(order.possible()).isEqualTo(week(4));
        assertThat(plan.messages()).anySatisfy(message -> {
            assertThat(message.kind()).isEqualTo(ActionMessage.Kind.PAST_DUE);
            assertThat(message.days()).isEqualTo(2);
        });
        assertThat(plan.answers()).containsExactly(new DemandAnswer("d", week(2), week(4)));
    }

    @Test
    void a_receipt_that_comes_too_late_is_expedited_instead_of_ordered_again() {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(item("X", 3).build()),
                List.of(),
                List.of(Demand.of("d", "X", units("20"), week(2))),
                List.of(),
                List.of(OpenSupply.of("PO", "X", units("20"), week(4)))));

        assertThat(plan.orders()).isEmpty();
        assertThat(plan.messages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(ActionMessage.Kind.EXPEDITE);
            assertThat(message.supply().id()).isEqualTo("PO");
            assertThat(message.to()).isEqualTo(week(2));
            assertThat(message.days()).isEqualTo(2);
        });
    }

    @Test
    void an_item_that_contains_itself_is_refused_with_its_path() {
        assertThatThrownBy(() -> Mrp.plan(MrpInput.of(
                        week(1),
                        List.of(item("A", 1).build(), item("B", 1).build()),
                        List.of(line("A", "B", "1"), line("B", "A", "1")),
                        List.of(Demand.of("d", "A", BigDecimal.ONE, week(3))),
                        List.of(),
                        List.of())))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("mrp.cycle");
                    assertThat(refusal.values()).containsEntry("path", "A → B → A");
                });
    }

    @Test
    void stock_tagged_for_one_order_does_not_serve_another() {
        var plan = Mrp.plan(MrpInput.of(
                week(1),
                List.of(item("X", 1).pegPolicy(PegPolicy.HARD).build()),
                List.of(),
                List.of(
                        Demand.of("SO1", "X", BigDecimal.TEN, week(3)).pegged("SO1"),
                        Demand.of("SO2", "X", BigDecimal.TEN, week(4)).pegged("SO2")),
                List.of(Stock.of("X", BigDecimal.TEN).pegged("SO2")),
                List.of()));

        assertThat(plan.orders()).singleElement().satisfies(order -> {
            assertThat(order.peg()).isEqualTo("SO1");
            assertThat(order.quantity()).isEqualByComparingTo("10");
        });
    }
}
