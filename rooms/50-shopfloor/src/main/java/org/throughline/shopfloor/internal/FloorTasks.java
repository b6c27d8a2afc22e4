package org.throughline.shopfloor.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.NotFound;
import org.throughline.shopfloor.WorkOrderOperation;
import org.throughline.shopfloor.internal.TaskView.Place;

/** The jobs of one machine or work centre, and what a person did today. */
@Component
class FloorTasks {

    private final Operations operations;
    private final TaskCards cards;
    private final Machines machines;
    private final WorkCentres workCentres;
    private final People people;
    private final Crew crew;
    private final TodayPieces todayPieces;
    private final Clock clock;

    FloorTasks(
            Operations operations,
            TaskCards cards,
            Machines machines,
            WorkCentres workCentres,
            People people,
            Crew crew,
            TodayPieces todayPieces,
            Clock clock) {
        this.operations = operations;
        this.cards = cards;
        this.machines = machines;
        this.workCentres = workCentres;
        this.people = people;
        this.crew = crew;
        this.todayPieces = todayPieces;
        this.clock = clock;
    }

    /**
     * What the operator's page shows.
     *
     * @param person   whose page it is; null: nobody is known behind the account
     * @param machines to choose from
     * @param more     jobs beyond those listed
     */
    record TasksView(
            @Nullable PersonView person,
            @Nullable Place machine,
            @Nullable Place workCentre,
            List<Place> machines,
            TodayPieces.Today today,
            List<TaskView> tasks,
            int more) {}

    record PersonView(UUID id, String code, String name) {}

    @Transactional(readOnly = true)
    TasksView of(@Nullable String machineKey, @Nullable String workCentreKey, @Nullable UUID personId, int size) {
        var worker = crew.worker(personId);
        var person = worker == null ? null : people.get(worker);
        var machine = machineKey == null ? null : machine(machineKey);
        var workCentreId = workCentre(machine, workCentreKey, person);
        var workCentre = workCentreId == null ? null : workCentres.get(workCentreId);
        var all = cards.of(operations.workOrdersWaitingAt(workCentreId)).stream()
                .filter(card -> workCentreId == null || card.workCentre().id().equals(workCentreId))
                .filter(card -> machine == null || fits(card, machine))
                .filter(card -> card.status() != WorkOrderOperation.Status.DONE)
                .sorted(order())
                .toList();
        return new TasksView(
                person == null ? null : new PersonView(person.id(), person.code(), person.name()),
                machine == null ? null : new Place(machine.id(), machine.code(), machine.name()),
                workCentre == null ? null : new Place(workCentre.id(), workCentre.code(), workCentre.name()),
                machinesOf(workCentreId),
                todayPieces.of(worker, startOfDay()),
                all.stream().limit(size).toList(),
                Math.max(0, all.size() - size));
    }

    @Transactional(readOnly = true)
    TaskView one(UUID operationId) {
        return cards.of(List.of(operations.get(operationId).workOrderId())).stream()
                .filter(card -> card.operationId().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new NotFound("work-order-operation", operationId));
    }

    private static boolean fits(TaskView card, Machine machine) {
        var planned = card.machine();
        return planned == null || planned.id().equals(machine.id());
    }

    /** What runs, then what was paused, then by planned start, due date and number. */
    private static Comparator<TaskView> order() {
        return Comparator.comparingInt((TaskView card) -> begun(card.status()))
                .thenComparing(TaskView::plannedStart, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(TaskView::due)
                .thenComparing(TaskView::workOrderNumber)
                .thenComparingInt(TaskView::sequence);
    }

    private static int begun(WorkOrderOperation.Status status) {
        return switch (status) {
            case RUNNING -> 0;
            case PAUSED -> 1;
            case READY, WAITING, DONE -> 2;
        };
    }

    private List<Place> machinesOf(@Nullable UUID workCentreId) {
        var all = workCentreId == null ? machines.all() : machines.ofWorkCentre(workCentreId);
        return all.stream()
                .filter(machine -> machine.status() != Machine.Status.RETIRED)
                .map(machine -> new Place(machine.id(), machine.code(), machine.name()))
                .toList();
    }

    private Machine machine(String key) {
        return machines.byCode(key).orElseGet(() -> machines.get(id("machine", key)));
    }

    private @Nullable UUID workCentre(@Nullable Machine machine, @Nullable String key, @Nullable Person person) {
        if (machine != null) {
            return machine.workCentreId();
        }
        if (key != null) {
            return workCentres
                    .byCode(key)
                    .orElseGet(() -> workCentres.get(id("work-centre", key)))
                    .id();
        }
        if (person == null || person.teamId() == null) {
            return null;
        }
        return people.teams().stream()
                .filter(team -> team.id().equals(person.teamId()))
                .map(team -> team.workCentreId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Instant startOfDay() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone())
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private static UUID id(String type, String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notAnIdentity) {
            throw new NotFound(type, key);
        }
    }
}
