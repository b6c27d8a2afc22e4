package org.throughline.engineering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.AnswerReview;
import org.throughline.order.ConfirmOrder;
import org.throughline.order.CreateOrder;
import org.throughline.order.Department;
import org.throughline.order.NewOrder;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderRoom;
import org.throughline.order.ReviewReply;
import org.throughline.order.SalesOrders;
import org.throughline.order.SubmitForReview;
import org.throughline.web.WebGround;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    FactoryGround.class,
    OrderRoom.class,
    EngineeringRoom.class,
    HouseForStructures.class
})
@ExtendWith(SystemActs.class)
@Transactional
class StructuresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    SaveBoms saveBoms;

    @Autowired
    SaveRoutings saveRoutings;

    @Autowired
    ReleaseBom releaseBom;

    @Autowired
    Structures structures;

    @Autowired
    EngineeringFacts engineeringFacts;

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    WorkCentres workCentres;

    @Autowired
    CreateOrder createOrder;

    @Autowired
    SubmitForReview submitForReview;

    @Autowired
    AnswerReview answerReview;

    @Autowired
    ConfirmOrder confirmOrder;

    @Autowired
    SalesOrders orders;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Item> known = new HashMap<>();

    @BeforeEach
    void the_speaker_kit() {
        for (var code : List.of("A", "B", "C", "D", "E", "F", "G")) {
            known.put(code, items.add(Item.fresh(Item.Kind.MAKE, code, code, "C62")));
        }
        saveBoms.save(List.of(
                bom("A", line("B", 2), line("C", 3)),
                bom("B", line("D", 2), line("E", 2)),
                bom("C", line("E", 2), line("F", 2)),
                bom("F", line("D", 2), line("G", 1))));
    }

    @Test
    void fifty_kits_need_what_the_textbook_says() {
        var explosion = structures.explode(id("A"), Quantity.of(50, "C62"), TODAY);

        assertThat(totals(explosion))
                .containsExactlyInAnyOrderEntriesOf(Map.of("B", 100, "C", 150, "E", 500, "F", 300, "D", 800, "G", 300));
        assertThat(explosion
                        .root()
                        .components()
                        .getFirst()
                        .components()
                        .getFirst()
                        .level())
                .isEqualTo(2);
    }

    @Test
    void low_level_codes_are_kept_on_the_items() {
        assertThat(items.get(id("D")).lowLevelCode()).isEqualTo(3);
        assertThat(items.get(id("E")).lowLevelCode()).isEqualTo(2);
        assertThat(structures.lowLevelCodes().get(id("G"))).isEqualTo(3);
    }

    @Test
    void every_place_an_item_goes_into_is_found_with_its_path_and_quantity() {
        var uses = structures.whereUsed(id("D"), TODAY);

        assertThat(uses)
                .filteredOn(WhereUsed::top)
                .extracting(use -> use.quantityPer().amount().intValueExact())
                .containsExactlyInAnyOrder(4, 12); // through B: 2×2, through C and F: 3×2×2
        assertThat(uses)
                .filteredOn(use -> use.parentId().equals(id("F")))
                .singleElement()
                .extracting(WhereUsed::level)
                .isEqualTo(1);
    }

    @Test
    void an_item_cannot_contain_itself_and_the_path_is_named() {
        assertThatThrownBy(() -> saveBoms.save(List.of(bom("G", line("A", 1)))))
                .isInstanceOfSatisfying(StructureRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("engineering.contains-itself");
                    assertThat(String.valueOf(refusal.values().get("path"))).contains("A → C → F → G");
                });
    }

    @Test
    void saving_the_same_bill_again_changes_nothing() {
        assertThat(saveBoms.save(List.of(bom("A", line("B", 2), line("C", 3)))).values())
                .containsExactly(Saved.UNCHANGED);
        assertThat(saveBoms.save(List.of(bom("A", line("B", 2), line("C", 4)))).values())
                .containsExactly(Saved.UPDATED);
        assertThat(structures.bomOf(id("A"), TODAY).orElseThrow().lines())
                .extracting(each -> each.quantityPer().amount().intValueExact())
                .containsExactly(2, 4);
    }

    @Test
    void a_line_counts_only_on_its_days() {
        saveBoms.save(List.of(bom(
                "E",
                dated(10, "F", 1, null, LocalDate.of(2026, 12, 1)),
                dated(20, "G", 5, LocalDate.of(2026, 12, 1), null))));

        assertThat(totals(structures.explode(id("E"), Quantity.of(1, "C62"), LocalDate.of(2026, 11, 30))))
                .containsEntry("F", 1)
                .containsEntry("G", 1);
        assertThat(totals(structures.explode(id("E"), Quantity.of(1, "C62"), LocalDate.of(2026, 12, 1))))
                .containsExactlyEntriesOf(Map.of("G", 5));
    }

    @Test
    void of_alternatives_only_the_first_choice_is_planned() {
        saveBoms.save(List.of(bom("E", alternative(10, "F", 2), alternative(20, "G", 1))));
        var bom = structures.bomOf(id("E"), TODAY).orElseThrow();

        assertThat(bom.lines()).extracting(BomLine::componentId).containsExactly(id("G"));
        assertThat(bom.alternatives()).extracting(BomLine::componentId).containsExactly(id("F"));
    }

    @Test
    void a_line_in_grams_is_planned_in_the_kilograms_the_steel_is_kept_in() {
        var steel = items.add(Item.fresh(Item.Kind.BUY, "STEEL", "45#", "KGM"));
        saveBoms.save(List.of(bom("G", BomDraft.Line.of(10, steel.id(), Quantity.of(250, "GRM")))));

        assertThat(structures.explode(id("G"), Quantity.of(8, "C62"), TODAY).totals())
                .containsEntry(steel.id(), Quantity.of(2, "KGM"));
    }

    @Test
    void without_a_routing_the_default_operation_of_the_group_is_visible() {
        workCentres.save(workCentre("WC-DEFAULT"));
        var routing = structures.routingOf(id("A"));

        assertThat(routing.defaulted()).isTrue();
        assertThat(routing.operations()).singleElement().satisfies(operation -> {
            assertThat(operation.setupMinutes().add(operation.runMinutes())).isPositive();
        });
    }

    @Test
    void an_own_routing_comes_before_the_default_and_takes_time() {
        var centre = workCentres.save(workCentre("WC-OWN"));
        var saved = saveRoutings.save(List.of(new RoutingDraft(
                id("A"), "A", RevisionStatus.RELEASED, List.of(operation(10, centre, "15", "0.3333")))));

        assertThat(saved.values()).containsExactly(Saved.INSERTED);
        assertThat(structures.routingOf(id("A")).defaulted()).isFalse();
        assertThat(structures.routingOf(id("A")).operations().getFirst().runMinutes())
                .isEqualByComparingTo("0.3333");
        assertThatThrownBy(() -> saveRoutings.save(List.of(new RoutingDraft(
                        id("B"), "A", RevisionStatus.RELEASED, List.of(operation(10, centre, "0", "0"))))))
                .isInstanceOfSatisfying(
                        StructureRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("engineering.without-time"));
    }

    @Test
    void a_released_line_keeps_the_revision_it_was_released_with() {
        workCentres.save(workCentre("WC-FREEZE"));
        var line = orderLine();
        var frozen = structures.freeze(line.id(), id("A"), Instant.parse("2026-11-23T01:00:00Z"));
        saveBoms.save(List.of(bom("A", line("B", 9))));

        var again = structures.freeze(line.id(), id("A"), Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(again).isEqualTo(frozen);
        assertThat(again.bom()).isNotNull();
        assertThat(structures.frozenFor(line.id(), id("A")).orElseThrow().bom())
                .isNotNull()
                .satisfies(
                        bom -> assertThat(bom == null ? List.of() : bom.lines()).hasSize(2));
        assertThat(structures.frozenFor(line.id())).hasSize(1);
    }

    @Test
    void the_next_revision_takes_over_on_the_day_it_is_released() {
        var old = structures.bomOf(id("A"), TODAY).orElseThrow();
        var draft = releaseBom.revise(old.id());
        assertThat(structures.bomOf(id("A"), TODAY).orElseThrow().revision()).isEqualTo("A");
        releaseBom.release(draft);

        assertThat(structures.bomOf(id("A"), TODAY).orElseThrow())
                .extracting(Bom::id, Bom::revision)
                .containsExactly(draft, "B");
        assertThatThrownBy(() -> releaseBom.release(draft))
                .isInstanceOfSatisfying(
                        StructureRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("engineering.not-draft"));
    }

    @Test
    void a_line_is_engineered_when_bill_routing_and_drawing_are_there() {
        workCentres.save(workCentre("WC-FACTS"));
        var line = orderLine();
        assertThat(fact(line).hasBom()).isTrue();
        assertThat(fact(line).routingDefaulted()).isTrue();
        assertThat(fact(line).engineeredAt()).as("not confirmed yet").isNull();
        confirm(line);
        assertThat(fact(line).engineeredAt()).isNotNull();

        jdbc.sql("INSERT INTO engineering.drawing (id, item_id, number) VALUES (:id, :item, 'D-1')")
                .param("id", Identity.fresh())
                .param("item", id("A"))
                .update();
        assertThat(fact(line).hasDrawing()).isTrue();
        assertThat(fact(line).drawingConfirmed()).isFalse();
        assertThat(fact(line).engineeredAt()).isNull();
    }

    private EngineeringFact fact(OrderLine line) {
        var fact = engineeringFacts.of(List.of(line.id())).get(line.id());
        assertThat(fact).isNotNull();
        return Objects.requireNonNull(fact);
    }

    private OrderLine orderLine() {
        var customer = partners.save(Partner.customer("C-1", "客户"));
        var order = createOrder.create(NewOrder.of(
                customer.id(),
                OrderClass.STABLE,
                NewOrder.Line.of(id("A"), Quantity.of(50, "C62"), TODAY.plusDays(30))));
        return orders.lines(order.id()).getFirst();
    }

    private void confirm(OrderLine line) {
        submitForReview.submit(line.orderId());
        for (var department : Department.values()) {
            answerReview.answer(line.id(), ReviewReply.yes(department));
        }
        confirmOrder.confirm(line.orderId(), Map.of(), null);
    }

    private Map<String, Integer> totals(Explosion explosion) {
        var names = new HashMap<UUID, String>();
        known.forEach((code, item) -> names.put(item.id(), code));
        var totals = new HashMap<String, Integer>();
        explosion
                .totals()
                .forEach((item, quantity) -> totals.put(
                        names.getOrDefault(item, "?"), quantity.amount().intValueExact()));
        return totals;
    }

    private UUID id(String code) {
        var item = known.get(code);
        return item == null ? Identity.fresh() : item.id();
    }

    private BomDraft bom(String item, BomDraft.Line... lines) {
        var placed = new BomDraft.Line[lines.length];
        for (int i = 0; i < lines.length; i++) {
            var each = lines[i];
            placed[i] = new BomDraft.Line(
                    (i + 1) * 10,
                    each.componentId(),
                    each.quantityPer(),
                    each.scrapRate(),
                    each.scrapConvention(),
                    each.fixedLoss(),
                    each.validFrom(),
                    each.validTo(),
                    each.operationSequence(),
                    each.alternateGroup(),
                    each.alternatePriority(),
                    each.externalKey());
        }
        return BomDraft.released(id(item), "A", placed);
    }

    private BomDraft.Line line(String component, long quantity) {
        return BomDraft.Line.of(10, id(component), Quantity.of(quantity, "C62"));
    }

    private BomDraft.Line dated(
            int position, String component, long quantity, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new BomDraft.Line(
                position,
                id(component),
                Quantity.of(quantity, "C62"),
                BigDecimal.ZERO,
                ScrapConvention.ON_TOP,
                BigDecimal.ZERO,
                from,
                to,
                null,
                null,
                1,
                null);
    }

    private BomDraft.Line alternative(int position, String component, int priority) {
        return new BomDraft.Line(
                position,
                id(component),
                Quantity.of(1, "C62"),
                BigDecimal.ZERO,
                ScrapConvention.ON_TOP,
                BigDecimal.ZERO,
                null,
                null,
                null,
                "ONE-OF",
                priority,
                null);
    }

    private static RoutingOperation operation(int sequence, WorkCentre centre, String setup, String run) {
        return new RoutingOperation(
                null,
                sequence,
                "车削",
                centre.id(),
                null,
                new BigDecimal(setup),
                new BigDecimal(run),
                false,
                null,
                0,
                false,
                null,
                null,
                null);
    }

    private static WorkCentre workCentre(String code) {
        return new WorkCentre(
                Identity.fresh(),
                code,
                code,
                null,
                null,
                WorkCentre.Kind.MACHINE,
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                1,
                true,
                null,
                0);
    }
}
