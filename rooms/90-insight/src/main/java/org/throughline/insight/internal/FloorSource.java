package org.throughline.insight.internal;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.People;
import org.throughline.factory.Team;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.shopfloor.FloorFacts.LineOnFloor;
import org.throughline.shopfloor.FloorFacts.OperationOnFloor;
import org.throughline.shopfloor.WorkOrderOperation;

/** What the floor knows: released, how far, when it will be done, which operation is late, which machine is down. */
@Component
@Order(50)
class FloorSource implements LineSource {

    private final FloorFacts floor;
    private final Machines machines;
    private final People people;
    private final Clock clock;

    FloorSource(FloorFacts floor, Machines machines, People people, Clock clock) {
        this.floor = floor;
        this.machines = machines;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void contribute(Map<UUID, LineFactsBuilder> lines) {
        var facts = floor.of(lines.keySet());
        var machinesById = machines.all().stream().collect(Collectors.toMap(Machine::id, machine -> machine));
        var leaders = leaders();
        facts.forEach((id, fact) -> {
            var builder = lines.get(id);
            if (builder != null) {
                contribute(builder, fact, machinesById, leaders);
            }
        });
    }

    private void contribute(
            LineFactsBuilder builder, LineOnFloor fact, Map<UUID, Machine> machinesById, Map<UUID, UUID> leaders) {
        builder.percent(fact.percent().setScale(0, RoundingMode.DOWN).intValue());
        var product = fact.workOrders().isEmpty()
                ? builder.line().id()
                : fact.workOrders().getFirst().id();
        builder.passed(MilestoneKind.RELEASED, fact.releasedAt(), "work-order", product);
        builder.owner(MilestoneKind.RELEASED, fact.releasedBy());
        builder.passed(MilestoneKind.PRODUCTION, fact.completedAt(), "work-order", product);
        builder.handover(MilestoneKind.RELEASED, fact.releasedAt(), fact.startedAt());
        builder.expected(MilestoneKind.PRODUCTION, expectedEnd(fact));
        var current = fact.current();
        if (current != null) {
            builder.owner(MilestoneKind.PRODUCTION, leaders.get(current.workCentreId()));
        }
        for (var workOrder : fact.workOrders()) {
            for (var operation : workOrder.operations()) {
                operationTrouble(builder, operation, machinesById, leaders);
            }
        }
    }

    /** The end of the last scheduled operation; for work that is not scheduled, the day it is due. */
    private @Nullable Instant expectedEnd(LineOnFloor fact) {
        return fact.workOrders().stream()
                .filter(workOrder -> workOrder.completedAt() == null)
                .map(workOrder -> workOrder.operations().stream()
                        .map(OperationOnFloor::plannedEnd)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(endOf(workOrder.due())))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private void operationTrouble(
            LineFactsBuilder builder,
            OperationOnFloor operation,
            Map<UUID, Machine> machinesById,
            Map<UUID, UUID> leaders) {
        if (operation.status() == WorkOrderOperation.Status.DONE) {
            return;
        }
        var machine = operation.machineId() == null ? null : machinesById.get(operation.machineId());
        var machineName = machine == null ? "" : machine.code();
        var owner = leaders.get(operation.workCentreId());
        var end = operation.plannedEnd();
        if (end != null && end.isBefore(clock.instant())) {
            int days = Math.toIntExact(
                    ChronoUnit.DAYS.between(LocalDate.ofInstant(end, clock.getZone()), LocalDate.now(clock)));
            builder.trouble(trouble(builder, Trouble.Kind.OPERATION_LATE, operation, machineName, days, owner));
        }
        if (machine != null && machine.status() == Machine.Status.DOWN) {
            builder.trouble(trouble(builder, Trouble.Kind.MACHINE_DOWN, operation, machineName, 0, owner));
        }
    }

    private static Trouble trouble(
            LineFactsBuilder builder,
            Trouble.Kind kind,
            OperationOnFloor operation,
            String machine,
            int days,
            @Nullable UUID owner) {
        return new Trouble(
                kind,
                MilestoneKind.PRODUCTION,
                "work-order-operation",
                operation.id(),
                days,
                Map.of(
                        "operation",
                        operation.sequence() + " " + operation.name(),
                        "machine",
                        machine,
                        "item",
                        builder.item().name(),
                        "days",
                        String.valueOf(days)),
                owner,
                null);
    }

    /** The account of the team leader, by work centre. */
    private Map<UUID, UUID> leaders() {
        var teams = people.teams();
        var leaderIds =
                teams.stream().map(Team::leaderId).filter(Objects::nonNull).toList();
        var persons = people.all(leaderIds);
        var leaders = new HashMap<UUID, UUID>();
        for (var team : teams) {
            var leader = team.leaderId() == null ? null : persons.get(team.leaderId());
            if (team.workCentreId() != null && leader != null && leader.userId() != null) {
                leaders.put(team.workCentreId(), leader.userId());
            }
        }
        return leaders;
    }

    private Instant endOf(LocalDate day) {
        return DayEnd.of(day, clock.getZone());
    }

    /** Operations of a line in the order of work: components before the product. */
    static List<OperationOnFloor> inOrder(LineOnFloor fact) {
        return fact.workOrders().reversed().stream()
                .flatMap(workOrder -> workOrder.operations().stream())
                .toList();
    }
}
