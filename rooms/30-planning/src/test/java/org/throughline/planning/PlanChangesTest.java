package org.throughline.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.factory.Item;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.ChangeKind;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderLineCancelled;
import org.throughline.order.OrderLineChanged;

/** One click makes the orders; a changed order asks everything made for it. */
@SpringJUnitConfig(PlantForTests.class)
@ExtendWith(SystemActs.class)
@Transactional
class PlanChangesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    RunPlanning runPlanning;

    @Autowired
    ConvertSuggestions convertSuggestions;

    @Autowired
    DismissSuggestions dismissSuggestions;

    @Autowired
    DecidePlanChange decide;

    @Autowired
    Partners partners;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    FakePlant plant;

    @Autowired
    JdbcClient jdbc;

    private Item pump = Item.fresh(Item.Kind.MAKE, "PUMP", "泵", "C62");
    private Item housing = Item.fresh(Item.Kind.MAKE, "HOUSING", "泵体", "C62");
    private Item casting = Item.fresh(Item.Kind.BUY, "CASTING", "铸件", "C62");

    @BeforeEach
    void a_pump_of_a_housing_of_a_casting() {
        plant.clear();
        pump = plant.made(pump.change().leadTimeDays(2).done());
        housing = plant.made(housing.change().leadTimeDays(3).done());
        casting = plant.items().add(casting.change().leadTimeDays(7).done());
        plant.structures().consists(pump, 1, housing);
        plant.structures().consists(housing, 2, casting);
        sells(partners.save(Partner.supplier("S-1", "铸造厂")));
    }

    private void sells(Partner supplier) {
        plant.floor()
                .terms
                .put(
                        casting.id(),
                        new PurchaseTerm(casting.id(), supplier.id(), supplier.name(), 7, null, null, null, null));
    }

    @Test
    void one_click_makes_consumers_before_what_they_consume() {
        var line = plant.orders().confirmed("SO-1", pump.id(), Quantity.of(10, "C62"), TODAY.plusDays(40));
        runPlanning.run();

        var made = convertSuggestions.convertAll(null, line.id());

        assertThat(made).hasSize(3);
        assertThat(plant.floor().made)
                .filteredOn(one -> one.kind() == SupplyKind.MAKE)
                .extracting(SuggestionToMake::itemId)
                .containsExactly(pump.id(), housing.id());
        var ofHousing = plant.floor().made.stream()
                .filter(one -> one.itemId().equals(housing.id()))
                .findFirst()
                .orElseThrow();
        assertThat(ofHousing.parentSuggestionIds()).hasSize(1);
        assertThat(ofHousing.orderLineId()).isEqualTo(line.id());
        assertThat(statuses()).containsOnly("CONVERTED");
        assertThat(jdbc.sql("SELECT count(*) FROM planning.supply_peg")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void what_was_converted_is_not_suggested_again_and_cannot_be_converted_twice() {
        plant.orders().confirmed("SO-1", pump.id(), Quantity.of(10, "C62"), TODAY.plusDays(40));
        runPlanning.run();
        convertSuggestions.convertAll(null, null);
        consume();

        assertThat(runPlanning.run().suggestions()).isZero();
        var one = jdbc.sql("SELECT id FROM planning.suggestion ORDER BY id LIMIT 1")
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> convertSuggestions.convert(List.of(Objects.requireNonNull(one))))
                .isInstanceOfSatisfying(
                        PlanningRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("planning.suggestion-decided"));
    }

    @Test
    void a_batch_with_one_item_nobody_sells_is_refused_as_a_whole() {
        plant.floor().terms.clear();
        plant.orders().confirmed("SO-1", pump.id(), Quantity.of(10, "C62"), TODAY.plusDays(40));
        runPlanning.run();

        assertThatThrownBy(() -> convertSuggestions.convertAll(null, null))
                .isInstanceOfSatisfying(PlanningRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("planning.without-supplier");
                    assertThat(refusal.values()).containsEntry("item", "CASTING");
                });
        assertThat(plant.floor().made).isEmpty();
        assertThat(statuses()).containsOnly("PROPOSED");
    }

    @Test
    void nothing_is_converted_for_an_order_on_hold() {
        var line = plant.orders().confirmed("SO-1", pump.id(), Quantity.of(10, "C62"), TODAY.plusDays(40));
        runPlanning.run();
        plant.orders().change(line, line.quantity(), line.due(), LineStatus.OPEN, true);

        assertThatThrownBy(() -> convertSuggestions.convertAll(null, null))
                .isInstanceOfSatisfying(
                        PlanningRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("planning.order-on-hold"));
    }

    @Test
    void a_dismissed_suggestion_stays_away_until_its_need_changes() {
        var line = plant.orders().confirmed("SO-1", casting.id(), Quantity.of(10, "C62"), TODAY.plusDays(40));
        runPlanning.run();
        dismissSuggestions.dismiss(ids(), "客户自带");

        assertThat(runPlanning.run().suggestions()).isZero();
        plant.orders().change(line, Quantity.of(12, "C62"), line.due(), LineStatus.OPEN, false);
        assertThat(runPlanning.run().suggestions()).isEqualTo(1);
    }

    @Test
    void less_of_the_product_means_less_of_everything_below_it() {
        var line = plannedAndMade();

        var change = changed(line, Quantity.of(4, "C62"), line.due());

        assertThat(proposals(change))
                .containsExactlyInAnyOrder(
                        "work-order PUMP REDUCE 10 -> 4",
                        "work-order HOUSING REDUCE 10 -> 4",
                        "purchase-order-line CASTING REDUCE 20 -> 8");
    }

    @Test
    void a_cancelled_line_asks_to_cancel_everything_and_settles_when_all_is_decided() {
        var line = plannedAndMade();
        var change = Identity.fresh();
        plant.orders().change(line, line.quantity(), line.due(), LineStatus.CANCELLED, false);
        events.publishEvent(new OrderLineCancelled(change, line, "客户取消", Instant.EPOCH));

        assertThat(proposals(change))
                .containsExactlyInAnyOrder(
                        "work-order PUMP CANCEL 10 -> 0",
                        "work-order HOUSING CANCEL 10 -> 0",
                        "purchase-order-line CASTING CANCEL 20 -> 0");
        decide.apply(changeIds("work-order"), "");
        assertThat(plant.orderChanges().settled).doesNotContainKey(change);
        decide.refuse(changeIds("purchase-order-line"), "已发货，转库存");

        assertThat(plant.orderChanges().settled).containsEntry(change, OrderChange.Status.APPLIED);
        assertThat(plant.floor().supplies.values()).singleElement().satisfies(kept -> {
            assertThat(kept.itemId()).isEqualTo(casting.id());
            assertThat(kept.orderLineId()).isNull();
        });
        assertThat(runPlanning.run().suggestions()).isZero();
    }

    @Test
    void a_later_date_moves_what_was_made_for_it() {
        var line = plannedAndMade();

        var change = changed(line, line.quantity(), line.due().plusDays(14));

        assertThat(proposals(change))
                .containsExactlyInAnyOrder(
                        "work-order PUMP MOVE 10 -> 10",
                        "work-order HOUSING MOVE 10 -> 10",
                        "purchase-order-line CASTING MOVE 20 -> 20");
    }

    @Test
    void reserved_stock_that_is_no_longer_needed_is_offered_back() {
        var line = plant.orders().confirmed("SO-1", casting.id(), Quantity.of(10, "C62"), TODAY.plusDays(20));
        plant.stock().available.put(casting.id(), BigDecimal.TEN);
        plant.reservations().keep(casting.id(), Quantity.of(10, "C62"), line.id());

        var change = changed(line, Quantity.of(7, "C62"), line.due());

        assertThat(proposals(change)).containsExactly("reservation CASTING RELEASE 10 -> 7");
        assertThat(decide.applyHarmless(change)).isEqualTo(1);
        assertThat(plant.reservations().open(casting.id())).isEqualByComparingTo("7");
    }

    @Test
    void a_target_that_moved_on_meanwhile_is_refused() {
        var line = plannedAndMade();
        changed(line, Quantity.of(4, "C62"), line.due());
        var workOrder = plant.floor().supplies.values().stream()
                .filter(supply -> supply.itemId().equals(pump.id()))
                .findFirst()
                .orElseThrow();
        plant.floor()
                .apply(new SupplyChange(
                        "work-order",
                        workOrder.id(),
                        SupplyChange.Action.REDUCE,
                        Quantity.of(9, "C62"),
                        null,
                        line.id(),
                        "一件已入库"));

        assertThatThrownBy(() -> decide.apply(changeIds("work-order"), ""))
                .isInstanceOfSatisfying(
                        PlanningRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("planning.change-stale"));
    }

    @Test
    void a_change_that_touches_nothing_is_settled_at_once() {
        var line = plant.orders().confirmed("SO-1", casting.id(), Quantity.of(10, "C62"), TODAY.plusDays(20));

        var change = changed(line, Quantity.of(7, "C62"), line.due());

        assertThat(proposals(change)).isEmpty();
        assertThat(plant.orderChanges().settled).containsEntry(change, OrderChange.Status.APPLIED);
    }

    /** Ten pumps, planned and turned into orders whose materials are wanted by the work plant.orders(). */
    private OrderLine plannedAndMade() {
        var line = plant.orders().confirmed("SO-1", pump.id(), Quantity.of(10, "C62"), TODAY.plusDays(42));
        runPlanning.run();
        convertSuggestions.convertAll(null, null);
        consume();
        runPlanning.run();
        return line;
    }

    /** What the floor writes down for its new work plant.orders(). */
    private void consume() {
        for (var supply : List.copyOf(plant.floor().supplies.values())) {
            if (supply.itemId().equals(pump.id())) {
                plant.floor().consumes(supply, housing.id(), supply.open(), dueOf(housing));
            } else if (supply.itemId().equals(housing.id())) {
                plant.floor().consumes(supply, casting.id(), Quantity.of(20, "C62"), dueOf(casting));
            }
        }
    }

    private LocalDate dueOf(Item item) {
        return plant.floor().supplies.values().stream()
                .filter(supply -> supply.itemId().equals(item.id()))
                .map(OpenSupply::due)
                .findFirst()
                .orElseThrow();
    }

    private UUID changed(OrderLine line, Quantity quantity, LocalDate due) {
        var id = Identity.fresh();
        var after = plant.orders().change(line, quantity, due, LineStatus.OPEN, false);
        events.publishEvent(new OrderLineChanged(id, line, after, ChangeKind.QUANTITY, "客户变更", Instant.EPOCH));
        return id;
    }

    private List<@Nullable String> proposals(UUID orderChange) {
        return jdbc.sql("""
                SELECT c.target_type || ' ' || i.code || ' ' || c.action || ' ' || trim_scale(c.old_quantity) || ' -> '
                       || trim_scale(c.new_quantity)
                  FROM planning.plan_change c
                  JOIN factory.item i ON i.id = c.item_id
                 WHERE c.order_change_id = :change AND c.status = 'PROPOSED'
                 ORDER BY 1
                """).param("change", orderChange).query(String.class).list();
    }

    private List<UUID> changeIds(String targetType) {
        return jdbc.sql("SELECT id FROM planning.plan_change WHERE target_type = :type ORDER BY id")
                .param("type", targetType)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<UUID> ids() {
        return jdbc.sql("SELECT id FROM planning.suggestion ORDER BY id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<@Nullable String> statuses() {
        return jdbc.sql("SELECT status FROM planning.suggestion ORDER BY id")
                .query(String.class)
                .list();
    }
}
