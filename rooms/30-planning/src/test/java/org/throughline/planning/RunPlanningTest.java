package org.throughline.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.factory.Calendars;
import org.throughline.factory.Item;
import org.throughline.kernel.Quantity;

@SpringJUnitConfig(PlantForTests.class)
@ExtendWith(SystemActs.class)
@Transactional
class RunPlanningTest {

    /** The clock of the tests stands on this Monday: the first day of week 1. */
    private static final LocalDate WEEK_1 = LocalDate.of(2026, 11, 23);

    @Autowired
    RunPlanning runPlanning;

    @Autowired
    Kitting kitting;

    @Autowired
    Requirements requirements;

    @Autowired
    PlanningFacts facts;

    @Autowired
    Calendars calendars;

    @Autowired
    FakePlant plant;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void an_empty_plant() {
        plant.clear();
    }

    @Test
    void the_textbook_kit_is_netted_over_low_level_codes_with_releases_by_week() {
        var kit = textbookKit();
        plant.orders().confirmed("SO-1", kit.id(), Quantity.of(50, "C62"), week(8));

        var run = runPlanning.run();

        assertThat(run.demands()).isEqualTo(1);
        assertThat(planned())
                .containsExactly(
                        "A 40 need week 8 release week 7",
                        "B 65 need week 7 release week 5",
                        "C 100 need week 7 release week 6",
                        "D 380 need week 3 release week 2",
                        "D 130 need week 5 release week 4",
                        "E 120 need week 5 release week 3",
                        "E 200 need week 6 release week 4",
                        "F 195 need week 6 release week 3",
                        "G 195 need week 3 release week 1");
    }

    @Test
    void a_second_run_writes_nothing_but_itself() {
        var kit = textbookKit();
        plant.orders().confirmed("SO-1", kit.id(), Quantity.of(50, "C62"), week(8));
        runPlanning.run();
        var before = rows();

        var again = runPlanning.run();

        assertThat(again.added() + again.changed() + again.removed()).isZero();
        assertThat(again.suggestions()).isEqualTo(9);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_changed_need_keeps_the_identity_of_its_suggestion() {
        var part = bought("PART", 5);
        var line = plant.orders().confirmed("SO-1", part.id(), Quantity.of(10, "C62"), week(3));
        runPlanning.run();
        var id = onlyId();
        plant.orders().change(line, Quantity.of(12, "C62"), week(4), line.status(), false);

        var run = runPlanning.run();

        assertThat(run.changed()).isEqualTo(1);
        assertThat(onlyId()).isEqualTo(id);
        assertThat(planned()).containsExactly("PART 12 need week 4 release week 3");
    }

    @Test
    void what_is_counted_in_pieces_is_planned_in_whole_pieces() {
        var bicycle = plant.made(Item.fresh(Item.Kind.MAKE, "BICYCLE", "BICYCLE", "H87")
                .change()
                .scrapRate(new BigDecimal("0.01"))
                .done());
        plant.structures().consists(bicycle, 2, bought("TIRE", 7));
        plant.orders().confirmed("SO-1", bicycle.id(), Quantity.of(300, "H87"), week(6));

        runPlanning.run();

        assertThat(planned())
                .containsExactly("BICYCLE 304 need week 6 release week 5", "TIRE 608 need week 5 release week 4");
    }

    @Test
    void a_past_due_need_is_released_today_and_says_when_it_is_possible() {
        var part = bought("LATE", 21);
        var line = plant.orders().confirmed("SO-1", part.id(), Quantity.of(10, "C62"), week(2));

        var run = runPlanning.run();

        assertThat(run.pastDue()).isEqualTo(1);
        assertThat(run.lateLines()).isEqualTo(1);
        var row = jdbc.sql("SELECT order_by, due, possible_due, past_due, past_due_days FROM planning.suggestion")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("order_by", java.sql.Date.valueOf(WEEK_1))
                .containsEntry("due", java.sql.Date.valueOf(week(2)))
                .containsEntry("possible_due", java.sql.Date.valueOf(week(4)))
                .containsEntry("past_due_days", 14);
        var fact = Objects.requireNonNull(facts.of(List.of(line.id())).get(line.id()));
        assertThat(fact.possibleDate()).isEqualTo(week(4));
        assertThat(fact.pastDue()).isTrue();
        assertThat(fact.shortages()).singleElement().satisfies(shortage -> {
            assertThat(shortage.missing()).isEqualTo(Quantity.of(10, "C62"));
            assertThat(shortage.expected()).isEqualTo(week(4));
        });
    }

    @Test
    void stock_reserved_for_another_line_is_not_used() {
        var part = bought("PEG", 5);
        plant.stock().available.put(part.id(), BigDecimal.TEN);
        var first = plant.orders().confirmed("SO-1", part.id(), Quantity.of(10, "C62"), week(3));
        var second = plant.orders().confirmed("SO-2", part.id(), Quantity.of(10, "C62"), week(3));
        plant.reservations().keep(part.id(), Quantity.of(10, "C62"), second.id());

        runPlanning.run();

        assertThat(jdbc.sql("SELECT order_line_id FROM planning.suggestion")
                        .query(UUID.class)
                        .list())
                .containsExactly(first.id());
        assertThat(kitting.ofLines(List.of(first.id(), second.id())).values())
                .extracting(Kit::complete)
                .containsExactly(false, true);
    }

    @Test
    void open_supply_is_used_before_anything_is_suggested_and_its_lateness_is_told() {
        var part = bought("OPEN", 5);
        plant.orders().confirmed("SO-1", part.id(), Quantity.of(20, "C62"), week(2));
        var purchase = plant.floor().purchase(part.id(), Quantity.of(20, "C62"), week(4), null);

        var run = runPlanning.run();

        assertThat(run.suggestions()).isZero();
        assertThat(jdbc.sql("SELECT kind, supply_number, proposed_due FROM planning.plan_message")
                        .query()
                        .singleRow())
                .containsEntry("kind", "EXPEDITE")
                .containsEntry("supply_number", purchase.number())
                .containsEntry("proposed_due", java.sql.Date.valueOf(week(2)));
    }

    @Test
    void goods_that_wait_for_the_inspector_are_not_bought_again() {
        var part = bought("CHECK", 5);
        plant.stock().toInspect.put(part.id(), BigDecimal.TEN);
        var line = plant.orders().confirmed("SO-1", part.id(), Quantity.of(10, "C62"), week(2));

        assertThat(runPlanning.run().suggestions()).isZero();
        assertThat(kitting.ofLines(List.of(line.id())).get(line.id()))
                .isNotNull()
                .satisfies(kit -> assertThat(kit.items())
                        .singleElement()
                        .extracting(KitItem::state)
                        .isEqualTo(KitItem.State.INCOMING));
    }

    @Test
    void two_orders_never_claim_the_same_piece() {
        var part = bought("SCARCE", 5);
        plant.stock().available.put(part.id(), BigDecimal.valueOf(15));
        var early = plant.orders().confirmed("SO-1", part.id(), Quantity.of(10, "C62"), week(2));
        var late = plant.orders().confirmed("SO-2", part.id(), Quantity.of(10, "C62"), week(3));

        var kits = kitting.ofLines(List.of(early.id(), late.id()));

        assertThat(kits.get(early.id()))
                .isNotNull()
                .satisfies(kit -> assertThat(kit.complete()).isTrue());
        assertThat(kits.get(late.id())).isNotNull().satisfies(kit -> {
            var item = kit.items().getFirst();
            assertThat(item.onHand()).isEqualTo(Quantity.of(5, "C62"));
            assertThat(item.shortage()).isEqualTo(Quantity.of(5, "C62"));
        });
    }

    @Test
    void the_requirements_of_a_line_show_every_level() {
        var kit = textbookKit();
        var line = plant.orders().confirmed("SO-1", kit.id(), Quantity.of(50, "C62"), week(8));

        var tree = requirements.ofLine(line.id());

        assertThat(tree.gross()).isEqualTo(Quantity.of(50, "C62"));
        assertThat(tree.stock()).isEqualTo(Quantity.of(10, "C62"));
        assertThat(tree.net()).isEqualTo(Quantity.of(40, "C62"));
        assertThat(tree.components()).extracting(RequirementNode::itemCode).containsExactlyInAnyOrder("B", "C");
        var b = tree.components().stream()
                .filter(node -> node.itemCode().equals("B"))
                .findFirst()
                .orElseThrow();
        assertThat(b.gross()).isEqualTo(Quantity.of(80, "C62"));
        assertThat(b.stock()).isEqualTo(Quantity.of(15, "C62"));
        assertThat(b.orderBy()).isEqualTo(week(5));
        assertThat(total(tree, "D")).isEqualByComparingTo("520");
    }

    @Test
    void an_inquiry_uses_only_what_no_order_needs() {
        var part = bought("SHARED", 7);
        plant.stock().available.put(part.id(), BigDecimal.valueOf(15));
        plant.orders().confirmed("SO-1", part.id(), Quantity.of(10, "C62"), week(2));

        var node = requirements
                .inquiries()
                .look(part.id(), Quantity.of(10, "C62"), null)
                .tree();

        assertThat(node.stock()).isEqualTo(Quantity.of(5, "C62"));
        assertThat(node.net()).isEqualTo(Quantity.of(5, "C62"));
        assertThat(node.possible()).isEqualTo(WEEK_1.plusDays(7));
    }

    @Test
    void inquiries_together_find_only_what_those_before_leave_over() {
        var part = bought("SHARED", 7);
        plant.stock().available.put(part.id(), BigDecimal.valueOf(15));
        var round = requirements.inquiries();

        var first = round.look(part.id(), Quantity.of(10, "C62"), null);
        var beforeTaking = round.look(part.id(), Quantity.of(10, "C62"), null);
        first.take();
        var afterTaking = round.look(part.id(), Quantity.of(10, "C62"), null);

        assertThat(beforeTaking.tree().net()).isEqualTo(Quantity.of(0, "C62"));
        assertThat(afterTaking.tree().stock()).isEqualTo(Quantity.of(5, "C62"));
        assertThat(afterTaking.tree().net()).isEqualTo(Quantity.of(5, "C62"));
    }

    @Test
    void a_structure_that_contains_itself_is_refused_with_its_path() {
        var one = plant.made("ONE");
        var other = plant.made("OTHER");
        plant.structures().consists(one, 1, other);
        plant.structures().consists(other, 1, one);
        plant.orders().confirmed("SO-1", one.id(), Quantity.of(1, "C62"), week(2));

        assertThatThrownBy(runPlanning::run).isInstanceOfSatisfying(PlanningRefused.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("planning.contains-itself");
            assertThat(String.valueOf(refusal.values().get("path")))
                    .contains("ONE")
                    .contains("OTHER");
        });
    }

    private static BigDecimal total(RequirementNode node, String code) {
        var own = node.itemCode().equals(code) ? node.gross().amount() : BigDecimal.ZERO;
        return node.components().stream().map(child -> total(child, code)).reduce(own, BigDecimal::add);
    }

    /**
     * A = 2 B + 3 C; B = 2 D + 2 E; C = 2 E + 2 F; F = 2 D + 1 G, with its stock and lead times in weeks.
     *
     * @return A
     */
    private Item textbookKit() {
        var days = calendars.standard();
        days.exceptions().keySet().forEach(day -> calendars.clearDay(days.calendarId(), day)); // weeks of five days
        var a = plant.stocked(made("A", 5), 10);
        var b = plant.stocked(made("B", 10), 15);
        var c = plant.stocked(made("C", 5), 20);
        var f = plant.stocked(made("F", 15), 5);
        var d = plant.stocked(bought("D", 7), 10);
        var e = plant.stocked(bought("E", 14), 10);
        var g = bought("G", 14);
        plant.structures().consists(a, 2, b);
        plant.structures().consists(a, 3, c);
        plant.structures().consists(b, 2, d);
        plant.structures().consists(b, 2, e);
        plant.structures().consists(c, 2, e);
        plant.structures().consists(c, 2, f);
        plant.structures().consists(f, 2, d);
        plant.structures().consists(f, 1, g);
        return a;
    }

    /** @param days working days */
    private Item made(String code, int days) {
        return plant.made(Item.fresh(Item.Kind.MAKE, code, code, "C62")
                .change()
                .leadTimeDays(days)
                .done());
    }

    /** @param days calendar days */
    private Item bought(String code, int days) {
        return plant.items()
                .add(Item.fresh(Item.Kind.BUY, code, code, "C62")
                        .change()
                        .leadTimeDays(days)
                        .done());
    }

    private static LocalDate week(int week) {
        return WEEK_1.plusWeeks(week - 1L);
    }

    private List<@Nullable String> planned() {
        return jdbc.sql("""
                SELECT i.code || ' ' || trim_scale(s.quantity) || ' need week ' || ((s.due - DATE '2026-11-23') / 7 + 1)
                       || ' release week ' || ((s.order_by - DATE '2026-11-23') / 7 + 1)
                  FROM planning.suggestion s
                  JOIN factory.item i ON i.id = s.item_id
                 ORDER BY i.code, s.due
                """).query(String.class).list();
    }

    private List<Map<String, @Nullable Object>> rows() {
        return jdbc.sql("SELECT * FROM planning.suggestion ORDER BY id").query().listOfRows();
    }

    private UUID onlyId() {
        return jdbc.sql("SELECT id FROM planning.suggestion").query(UUID.class).single();
    }
}
