package org.throughline.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Identity;
import org.throughline.scheduling.internal.DraftChanges;

@SpringJUnitConfig(HouseForScheduling.class)
@ExtendWith(SystemActs.class)
@Transactional
class MoveTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

    @Autowired
    RunSchedule runSchedule;

    @Autowired
    PublishSchedule publishSchedule;

    @Autowired
    MoveOperation moves;

    @Autowired
    RecoverLine recoverLine;

    @Autowired
    DraftChanges changes;

    @Autowired
    Slots slots;

    @Autowired
    Items items;

    @Autowired
    WorkCentres workCentres;

    @Autowired
    Machines machines;

    @Autowired
    HouseForScheduling.Work work;

    private WorkCentre turning = PlantParts.centre("TURN");
    private Machine first = PlantParts.machine(turning, "LATHE-1");
    private Machine second = PlantParts.machine(turning, "LATHE-2");
    private Item shaft = Item.fresh(Item.Kind.MAKE, "SHAFT", "轴", "C62");

    @BeforeEach
    void two_lathes() {
        work.all.clear();
        turning = workCentres.save(turning);
        first = machines.save(first);
        second = machines.save(second);
        shaft = items.add(shaft);
    }

    @Test
    void a_moved_operation_stands_where_it_was_put_and_the_others_give_way() {
        var early = add("WO-1", 10, first, List.of());
        var late = add("WO-2", 20, first, List.of());
        publish();

        var effect = moves.preview(new OperationMove(late, first.id(), at(MONDAY, 8), null));

        assertThat(effect.start()).isEqualTo(at(MONDAY, 8));
        assertThat(effect.moved()).isEqualTo(2);
        assertThat(effect.orders())
                .extracting(MoveEffect.MovedOrder::workOrder)
                .containsExactlyInAnyOrder("WO-1", "WO-2");
        assertThat(slots.of(List.of(early)).get(early)).extracting(Slot::starts).isEqualTo(at(MONDAY, 8));
    }

    @Test
    void a_move_is_written_as_a_draft_and_reaches_the_floor_when_it_is_published() {
        add("WO-1", 10, null, List.of());
        var other = add("WO-2", 20, null, List.of());
        publish();
        var before = Objects.requireNonNull(slots.of(List.of(other)).get(other));
        var target = Objects.requireNonNull(before.machineId()).equals(first.id()) ? second : first;

        moves.move(new OperationMove(other, target.id(), at(MONDAY.plusDays(3), 8), "客户改期"));
        publishSchedule.publish();

        var after = Objects.requireNonNull(slots.of(List.of(other)).get(other));
        assertThat(after.machineId()).isEqualTo(target.id());
        assertThat(after.starts()).isEqualTo(at(MONDAY.plusDays(3), 8));
        assertThat(after.reason()).isEqualTo("LOCKED");
    }

    @Test
    void a_draft_says_what_it_changes_and_who_put_it_there() {
        var operation = add("WO-1", 10, null, List.of());
        publish();
        assertThat(changes.count()).isZero();

        moves.move(new OperationMove(operation, null, at(MONDAY.plusDays(3), 8), "客户改期"));

        assertThat(changes.count()).isEqualTo(1);
        moves.discard();
        assertThat(changes.count()).isZero();
    }

    @Test
    void each_step_of_a_draft_can_be_taken_back_until_the_published_schedule_is_seen_again() {
        var one = add("WO-1", 10, first, List.of());
        var two = add("WO-2", 20, second, List.of());
        publish();
        moves.move(new OperationMove(one, null, at(MONDAY.plusDays(3), 8), "客户改期"));
        moves.move(new OperationMove(two, null, at(MONDAY.plusDays(4), 8), "客户改期"));
        assertThat(changes.count()).isEqualTo(2);

        moves.undo();
        assertThat(changes.count()).isEqualTo(1);
        moves.undo();
        assertThat(changes.count()).isZero();

        assertThatThrownBy(() -> moves.undo())
                .isInstanceOfSatisfying(
                        ScheduleRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("scheduling.nothing-to-undo"));
    }

    @Test
    void what_is_published_cannot_be_undone_step_by_step() {
        var operation = add("WO-1", 10, first, List.of());
        publish();
        moves.move(new OperationMove(operation, null, at(MONDAY.plusDays(3), 8), "客户改期"));
        moves.move(new OperationMove(operation, null, at(MONDAY.plusDays(4), 8), "客户改期"));

        publishSchedule.publish();

        assertThatThrownBy(() -> moves.undo()).isInstanceOf(ScheduleRefused.class);
    }

    @Test
    void what_was_put_somewhere_stays_there_when_another_operation_moves() {
        var one = add("WO-1", 10, first, List.of());
        var two = add("WO-2", 20, second, List.of());
        publish();

        moves.move(new OperationMove(one, null, at(MONDAY.plusDays(3), 8), "客户改期"));
        moves.move(new OperationMove(two, null, at(MONDAY.plusDays(4), 8), "客户改期"));
        publishSchedule.publish();

        assertThat(slots.of(List.of(one)).get(one)).extracting(Slot::starts).isEqualTo(at(MONDAY.plusDays(3), 8));
        assertThat(slots.of(List.of(two)).get(two)).extracting(Slot::starts).isEqualTo(at(MONDAY.plusDays(4), 8));
    }

    @Test
    void an_operation_never_comes_before_the_one_it_waits_for() {
        var before = add("WO-1", 10, first, List.of());
        var after = add("WO-1", 10, second, List.of(before));
        publish();
        var ends = Objects.requireNonNull(slots.of(List.of(before)).get(before)).ends();

        var effect = moves.preview(new OperationMove(after, second.id(), at(MONDAY, 8), null));

        assertThat(effect.start()).isAfterOrEqualTo(ends);
    }

    @Test
    void the_frozen_hours_want_a_reason() {
        var operation = add("WO-1", 10, null, List.of());
        publish();
        var move = new OperationMove(operation, second.id(), at(MONDAY, 8), null);

        assertThat(moves.preview(move).frozen()).isTrue();
        assertThatThrownBy(() -> moves.move(move))
                .isInstanceOfSatisfying(
                        ScheduleRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("scheduling.frozen"));
        moves.move(new OperationMove(operation, second.id(), at(MONDAY, 8), "一号车床要校准"));
    }

    @Test
    void a_machine_of_another_work_centre_is_refused_with_those_that_can() {
        var milling = workCentres.save(PlantParts.centre("MILL"));
        var mill = machines.save(PlantParts.machine(milling, "MILL-1"));
        var operation = add("WO-1", 10, null, List.of());
        publish();

        assertThatThrownBy(() -> moves.preview(new OperationMove(operation, mill.id(), at(MONDAY, 8), null)))
                .isInstanceOfSatisfying(ScheduleRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("scheduling.cannot-run-there");
                    assertThat(refusal.values()).containsEntry("machines", "LATHE-1 LATHE-2");
                });
    }

    @Test
    void the_other_machines_are_offered_with_what_follows() {
        var operation = add("WO-1", 10, null, List.of());
        publish();
        var here = Objects.requireNonNull(slots.of(List.of(operation)).get(operation))
                .machineId();

        assertThat(moves.alternatives(operation))
                .singleElement()
                .satisfies(effect -> assertThat(effect.machineId()).isNotEqualTo(here));
    }

    @Test
    void a_line_that_waits_in_a_queue_can_go_first_and_says_who_waits_then() {
        var line = Identity.fresh();
        for (int number = 1; number <= 6; number++) {
            add("WO-" + number, 10, first, List.of());
        }
        work.all.add(new ReadyOperation("WO-9", shaft, turning)
                .priority(90)
                .on(first)
                .forLine(line)
                .done());
        publish();

        var recovery = recoverLine.ask(line);

        assertThat(recovery.options()).first().satisfies(option -> {
            assertThat(option.actions()).containsExactly(Recovery.Action.FIRST);
            assertThat(option.end()).isBefore(recovery.end());
            assertThat(option.others()).isNotEmpty();
        });
        recoverLine.tryFirst(line);
        publishSchedule.publish();
        assertThat(slots.forLines(List.of(line)).get(line))
                .singleElement()
                .extracting(Slot::starts)
                .isEqualTo(at(MONDAY, 8));
    }

    @Test
    void in_a_plan_made_backward_everything_begins_late_and_stays_there_when_something_else_is_moved() {
        var early = add("WO-1", 10, first, List.of());
        var late = add("WO-2", 20, first, List.of());
        runSchedule.run(Duration.ZERO, ScheduleResult.Direction.BACKWARD, () -> false);
        publishSchedule.publish();
        var friday = MONDAY.plusDays(4);
        assertThat(slots.of(List.of(early, late)).values())
                .extracting(Slot::starts, Slot::reason)
                .containsExactly(tuple(at(friday, 8), "BACKWARD"), tuple(at(friday, 13), "BACKWARD"));

        moves.move(new OperationMove(early, null, at(MONDAY.plusDays(2), 8), null));

        assertThat(publishSchedule.publish().direction()).isEqualTo(ScheduleResult.Direction.BACKWARD);
        assertThat(slots.of(List.of(early, late)).values())
                .extracting(Slot::starts, Slot::reason)
                .containsExactly(tuple(at(MONDAY.plusDays(2), 8), "LOCKED"), tuple(at(friday, 13), "BACKWARD"));
    }

    private void publish() {
        runSchedule.run(Duration.ZERO);
        publishSchedule.publish();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(PLANT).toInstant();
    }

    private UUID add(String workOrder, int priority, @Nullable Machine machine, List<UUID> previous) {
        var operation = new ReadyOperation(workOrder, shaft, turning)
                .priority(priority)
                .on(machine)
                .after(previous);
        work.all.stream()
                .filter(one -> one.workOrderNumber().equals(workOrder))
                .findFirst()
                .ifPresent(operation::of);
        work.all.add(operation.done());
        return work.all.getLast().operationId();
    }
}
