package org.throughline.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.Routing;
import org.throughline.engineering.RoutingOperation;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.People;
import org.throughline.factory.Skill;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.Inquiry;
import org.throughline.order.Promise;
import org.throughline.order.PromiseDates;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.SupplyKind;

@SpringJUnitConfig(HouseForScheduling.class)
@ExtendWith(SystemActs.class)
@Transactional
class ScheduleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

    @Autowired
    RunSchedule runSchedule;

    @Autowired
    PublishSchedule publishSchedule;

    @Autowired
    Slots slots;

    @Autowired
    PromiseDates promises;

    @Autowired
    Items items;

    @Autowired
    WorkCentres workCentres;

    @Autowired
    Machines machines;

    @Autowired
    HouseForScheduling.Work work;

    @Autowired
    HouseForScheduling.Wanted wanted;

    @Autowired
    TestClock clock;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private WorkCentre turning = PlantParts.centre("TURN");
    private Machine lathe = PlantParts.machine(turning, "LATHE-1");
    private Item shaft = Item.fresh(Item.Kind.MAKE, "SHAFT", "轴", "C62");
    private Item bar = Item.fresh(Item.Kind.BUY, "BAR", "圆钢", "C62");

    @BeforeEach
    void one_lathe() {
        work.all.clear();
        wanted.routings.clear();
        turning = workCentres.save(turning);
        lathe = machines.save(lathe);
        shaft = items.add(shaft);
        bar = items.add(bar);
    }

    @AfterEach
    void eight_o_clock_again() {
        clock.set(TestClock.MONDAY_8AM);
    }

    @Test
    void two_orders_share_one_machine_one_after_the_other_inside_the_shifts() {
        var first = add("WO-1", 10, 240, null);
        var second = add("WO-2", 20, 240, null);
        runSchedule.run(Duration.ZERO);

        var result = publishSchedule.publish();

        assertThat(result.status()).isEqualTo(ScheduleResult.Status.PUBLISHED);
        var placed = slots.of(List.of(first, second));
        assertThat(slot(placed.get(first)).starts()).isEqualTo(at(MONDAY, 8, 0));
        assertThat(slot(placed.get(first)).ends())
                .isBeforeOrEqualTo(slot(placed.get(second)).starts());
        assertThat(slot(placed.get(second)).machineId()).isEqualTo(lathe.id());
        assertThat(slot(placed.get(second)).reason()).isEqualTo("MACHINE_BUSY");
        assertThat(slot(placed.get(second)).detail()).containsEntry("workOrder", "WO-1");
        var friday = MONDAY.plusDays(4);
        assertThat(slot(placed.get(first)).startsBy()).isEqualTo(at(friday, 8, 0));
        assertThat(slot(placed.get(second)).startsBy()).isEqualTo(at(friday, 13, 0));
    }

    @Test
    void an_operation_waits_for_its_material_and_says_so() {
        var operation = add("WO-1", 50, 60, MONDAY.plusDays(2));
        runSchedule.run(Duration.ZERO);
        publishSchedule.publish();

        var placed = slot(slots.of(List.of(operation)).get(operation));

        assertThat(placed.starts()).isEqualTo(at(MONDAY.plusDays(2), 8, 0));
        assertThat(placed.reason()).isIn("MATERIAL", "CALENDAR");
    }

    @Test
    void within_the_frozen_hours_a_more_urgent_order_comes_after_what_was_published() {
        var first = add("WO-1", 50, 240, null);
        var second = add("WO-2", 60, 240, null);
        publish();
        var urgent = add("WO-3", 1, 60, null);
        publish();

        var placed = slots.of(List.of(first, second, urgent));
        assertThat(slot(placed.get(first)).starts()).isEqualTo(at(MONDAY, 8, 0));
        assertThat(slot(placed.get(first)).reason()).isEqualTo("FROZEN");
        assertThat(slot(placed.get(second)).reason()).isEqualTo("FROZEN");
        assertThat(slot(placed.get(urgent)).starts())
                .isAfterOrEqualTo(slot(placed.get(second)).ends());
    }

    @Test
    void behind_the_frozen_hours_the_more_urgent_order_comes_first() {
        var first = add("WO-1", 50, 480, null);
        var second = add("WO-2", 60, 480, null);
        var later = add("WO-3", 70, 480, null);
        publish();
        var urgent = add("WO-4", 1, 60, null);
        publish();

        var placed = slots.of(List.of(first, second, later, urgent));
        assertThat(slot(placed.get(urgent)).starts())
                .isAfterOrEqualTo(slot(placed.get(first)).ends())
                .isBefore(slot(placed.get(later)).starts());
    }

    @Test
    void what_was_not_begun_in_time_keeps_its_place_in_the_queue() {
        var first = add("WO-1", 50, 120, null);
        var second = add("WO-2", 60, 120, null);
        publish();
        clock.pass(Duration.ofHours(2));
        publish();

        var placed = slots.of(List.of(first, second));
        assertThat(slot(placed.get(first)).starts()).isEqualTo(at(MONDAY, 10, 0));
        assertThat(slot(placed.get(second)).starts()).isEqualTo(at(MONDAY, 13, 0));
    }

    @Test
    void two_machines_wait_for_the_one_person_who_can_tend_them() {
        var other = machines.save(PlantParts.machine(turning, "LATHE-2"));
        var skill = people.save(new Skill(Identity.fresh(), "LATHE", "车工", 0));
        var turner = people.save(PlantParts.person("P-1"));
        var learner = people.save(PlantParts.person("P-2"));
        people.grade(turner.id(), skill.id(), 2);
        people.grade(learner.id(), skill.id(), 1);
        needs(skill.id(), 2);
        var first = add("WO-1", 10, 120, null);
        var second = add("WO-2", 20, 120, null);
        publish();

        var placed = slots.of(List.of(first, second));
        assertThat(slot(placed.get(second)).starts())
                .isAfterOrEqualTo(slot(placed.get(first)).ends());
        assertThat(slot(placed.get(second)).reason()).isIn("RESOURCE_BUSY", "MACHINE_BUSY");

        people.grade(learner.id(), skill.id(), 2);
        work.all.clear();
        var third = add("WO-3", 10, 120, null);
        var fourth = add("WO-4", 20, 120, null);
        publish();

        var both = slots.of(List.of(third, fourth));
        assertThat(slot(both.get(third)).starts())
                .isEqualTo(slot(both.get(fourth)).starts());
        assertThat(List.of(
                        Objects.requireNonNull(slot(both.get(third)).machineId()),
                        Objects.requireNonNull(slot(both.get(fourth)).machineId())))
                .containsExactlyInAnyOrder(lathe.id(), other.id());
    }

    private void needs(UUID skill, int grade) {
        jdbc.sql("""
                INSERT INTO scheduling.operation_need (id, work_centre_id, skill_id, least_grade)
                VALUES (:id, :centre, :skill, :grade)
                """)
                .param("id", Identity.fresh())
                .param("centre", turning.id())
                .param("skill", skill)
                .param("grade", grade)
                .update();
    }

    private void publish() {
        runSchedule.run(Duration.ofMillis(50));
        publishSchedule.publish();
    }

    @Test
    void the_draft_is_unknown_to_the_floor_until_it_is_published() {
        var operation = add("WO-1", 50, 60, null);
        runSchedule.run(Duration.ofMillis(50));

        assertThat(slots.of(List.of(operation))).isEmpty();
        publishSchedule.publish();
        assertThat(slots.of(List.of(operation))).hasSize(1);
        assertThatThrownBy(publishSchedule::publish)
                .isInstanceOfSatisfying(
                        ScheduleRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("scheduling.no-draft"));
    }

    @Test
    void a_promise_waits_for_the_machine_that_is_booked_and_names_it() {
        add("WO-1", 10, 3 * 480, null);
        wanted.routings.put(shaft.id(), routing());
        wanted.tree = made(List.of());

        var promise = promises.earliest(new Inquiry(shaft.id(), Quantity.of(10, "C62"), MONDAY.plusDays(1), null));

        assertThat(promise.meetsWanted()).isFalse();
        assertThat(promise.earliest()).isAfterOrEqualTo(MONDAY.plusDays(3));
        assertThat(promise.bottleneck()).contains("LATHE-1");
        assertThat(promise.steps()).extracting(Promise.Step::kind).contains(Promise.Kind.MAKE, Promise.Kind.QUEUE);
        assertThat(promise.alternatives()).extracting(Promise.Alternative::code).contains("LATER");
    }

    @Test
    void goods_asked_for_together_wait_for_each_other_on_the_machine() {
        wanted.routings.put(shaft.id(), routing());
        wanted.tree = made(List.of());
        var round = promises.together();
        var one = new Inquiry(shaft.id(), Quantity.of(10, "C62"), MONDAY, null);

        var answers = Stream.generate(() -> round.earliest(one)).limit(8).toList(); // 70 minutes each

        assertThat(answers).extracting(Promise::earliest).isSorted();
        assertThat(answers.getLast().earliest()).isAfter(answers.getFirst().earliest());
        assertThat(answers.getLast().bottleneck()).contains("LATHE-1");
        assertThat(promises.earliest(one).earliest())
                .isEqualTo(answers.getFirst().earliest());
    }

    @Test
    void a_promise_waits_for_the_purchase_that_takes_longest() {
        wanted.routings.put(shaft.id(), routing());
        wanted.tree = made(List.of(bought(MONDAY.plusDays(20))));

        var promise = promises.earliest(new Inquiry(shaft.id(), Quantity.of(10, "C62"), MONDAY.plusDays(60), null));

        assertThat(promise.meetsWanted()).isTrue();
        assertThat(promise.earliest()).isAfterOrEqualTo(MONDAY.plusDays(20)).isBefore(MONDAY.plusDays(25));
        assertThat(promise.bottleneck()).contains("BAR");
        assertThat(promise.alternatives()).isEmpty();
    }

    @Test
    void what_is_on_the_shelf_is_promised_today() {
        wanted.tree = node(shaft, SupplyKind.MAKE, 10, 0, MONDAY, List.of());

        var promise = promises.earliest(new Inquiry(shaft.id(), Quantity.of(10, "C62"), null, null));

        assertThat(promise.earliest()).isEqualTo(MONDAY);
        assertThat(promise.bottleneck()).isNull();
        assertThat(promise.steps())
                .singleElement()
                .extracting(Promise.Step::kind)
                .isEqualTo(Promise.Kind.STOCK);
    }

    private static Slot slot(@Nullable Slot slot) {
        return Objects.requireNonNull(slot);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return LocalDateTime.of(day, java.time.LocalTime.of(hour, minute))
                .atZone(PLANT)
                .toInstant();
    }

    private RequirementNode made(List<RequirementNode> components) {
        return node(shaft, SupplyKind.MAKE, 0, 10, MONDAY, components);
    }

    private RequirementNode bought(LocalDate possible) {
        return node(bar, SupplyKind.BUY, 0, 10, possible, List.of());
    }

    private static RequirementNode node(
            Item item, SupplyKind kind, long stock, long net, LocalDate possible, List<RequirementNode> components) {
        return new RequirementNode(
                item.id(),
                item.code(),
                item.name(),
                0,
                Quantity.of(stock + net, "C62"),
                Quantity.of(stock, "C62"),
                Quantity.zero("C62"),
                Quantity.of(net, "C62"),
                Quantity.of(stock, "C62"),
                Quantity.zero("C62"),
                Quantity.zero("C62"),
                kind,
                MONDAY,
                net == 0 ? null : MONDAY,
                possible,
                false,
                null,
                null,
                null,
                List.of(),
                components);
    }

    private Routing routing() {
        var operation = new RoutingOperation(
                null,
                10,
                "车",
                turning.id(),
                null,
                BigDecimal.TEN,
                BigDecimal.valueOf(6),
                false,
                null,
                0,
                false,
                null,
                null,
                null);
        return new Routing(null, shaft.id(), "A", RevisionStatus.RELEASED, false, List.of(operation));
    }

    private UUID add(String workOrder, int priority, long minutes, @Nullable LocalDate material) {
        work.all.add(new ReadyOperation(workOrder, shaft, turning)
                .priority(priority)
                .minutes(minutes)
                .material(material)
                .done());
        return work.all.getLast().operationId();
    }
}
