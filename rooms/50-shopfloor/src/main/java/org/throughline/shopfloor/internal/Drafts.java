package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.engineering.Bom;
import org.throughline.engineering.BomLine;
import org.throughline.engineering.Routing;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.Structures;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.records.Numbers;
import org.throughline.shopfloor.OperationPlan;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.shopfloor.WorkOrderOperation;

/** Makes work orders out of items' structures, frozen as they are now. */
@Component
public class Drafts {

    /** A numerator over the parent's quantity keeps so many digits. */
    private static final int PER_UNIT_SCALE = 12;

    private final Structures structures;
    private final Items items;
    private final Numbers numbers;
    private final Clock clock;

    Drafts(Structures structures, Items items, Numbers numbers, Clock clock) {
        this.structures = structures;
        this.items = items;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What a work order is to be made of. */
    public record Wanted(UUID itemId, Quantity quantity, LocalDate start, LocalDate due, WorkOrder.Purpose purpose) {}

    /** A work order with its operations and components, not kept yet. */
    public record Draft(
            WorkOrder order,
            List<WorkOrderOperation> operations,
            Map<UUID, OperationPlan> plans,
            List<WorkOrderMaterial> materials) {}

    /**
     * A work order for the item, by the structure frozen for its order line, else by today's.
     *
     * @throws org.throughline.engineering.StructureRefused if nobody said how the item is made
     */
    public Draft draft(Wanted wanted) {
        var now = clock.instant();
        var lineId = wanted.purpose().orderLineId();
        if (lineId != null) {
            var frozen = structures.freeze(lineId, wanted.itemId(), now);
            return draft(wanted, frozen.bom(), frozen.routing(), frozen.revision());
        }
        var bom = structures
                .bomOf(wanted.itemId(), LocalDate.ofInstant(now, clock.getZone()))
                .orElse(null);
        var revision = items.get(wanted.itemId()).revision();
        return draft(wanted, bom, structures.routingOf(wanted.itemId()), revision);
    }

    private Draft draft(Wanted wanted, @Nullable Bom bom, Routing routing, @Nullable String revision) {
        var structure = new WorkOrder.Structure(bom == null ? null : bom.id(), routing.id(), revision);
        var order = empty(wanted, structure);
        var plans = new HashMap<UUID, OperationPlan>();
        var operations = new ArrayList<WorkOrderOperation>();
        for (var step : routing.operations()) {
            var operation = operation(order, step);
            operations.add(operation);
            plans.put(operation.id(), plan(operation.id(), step));
        }
        return new Draft(order, operations, plans, bom == null ? List.of() : materials(order, bom));
    }

    /** A work order without operations and components, with a number of its own. */
    public WorkOrder empty(Wanted wanted, WorkOrder.Structure structure) {
        return new WorkOrder(
                Identity.fresh(),
                numbers.next("work-order"),
                wanted.itemId(),
                wanted.quantity(),
                WorkOrder.Status.PLANNED,
                wanted.start(),
                wanted.due(),
                wanted.purpose(),
                structure,
                WorkOrder.Progress.none(wanted.quantity().unit()),
                WorkOrder.Moments.NONE,
                0);
    }

    /** An operation of the work order that nobody has begun. */
    public static WorkOrderOperation operation(WorkOrder order, RoutingOperation step) {
        return new WorkOrderOperation(
                Identity.fresh(),
                order.id(),
                step.sequence(),
                step.name(),
                new WorkOrderOperation.Station(step.workCentreId(), step.machineId(), null),
                new WorkOrderOperation.Standard(step.setupMinutes(), step.runMinutes()),
                WorkOrderOperation.Status.WAITING,
                WorkOrderOperation.Counts.none(order.quantity().unit()),
                Quantity.zero(order.quantity().unit()),
                null,
                null,
                0);
    }

    private static OperationPlan plan(UUID operationId, RoutingOperation step) {
        return new OperationPlan(
                operationId,
                step.inspection(),
                step.subcontract(),
                step.supplierId(),
                step.subcontractDays(),
                step.nextTransferQuantity(),
                step.setupFamily(),
                step.instruction());
    }

    private List<WorkOrderMaterial> materials(WorkOrder order, Bom bom) {
        var needs = new ArrayList<Need>();
        collect(bom, order.quantity(), null, needs, new HashSet<>(Set.of(order.itemId())));
        var materials = new ArrayList<WorkOrderMaterial>();
        for (var need : needs) {
            var variable = need.required().amount().subtract(need.fixed().amount());
            materials.add(new WorkOrderMaterial(
                    Identity.fresh(),
                    order.id(),
                    (materials.size() + 1) * 10,
                    need.componentId(),
                    variable.divide(order.quantity().amount(), MathContext.DECIMAL128)
                            .setScale(PER_UNIT_SCALE, RoundingMode.HALF_UP),
                    need.fixed(),
                    need.required(),
                    Quantity.zero(need.required().unit()),
                    need.operationSequence(),
                    0));
        }
        return materials;
    }

    private record Need(
            UUID componentId,
            Quantity required,
            Quantity fixed,
            @Nullable Integer operationSequence) {}

    /** Components of the bill; of a phantom its components, in its place. */
    private void collect(Bom bom, Quantity parent, @Nullable Integer sequence, List<Need> needs, Set<UUID> above) {
        var components =
                items.all(bom.lines().stream().map(BomLine::componentId).toList());
        for (var line : bom.lines()) {
            var component = components.get(line.componentId());
            var required = bom.required(line, parent);
            var at = line.operationSequence() == null ? sequence : line.operationSequence();
            var inner = component != null && component.kind() == Item.Kind.PHANTOM && above.add(component.id())
                    ? structures.bomOf(component.id(), LocalDate.ofInstant(clock.instant(), clock.getZone()))
                    : Optional.<Bom>empty();
            if (inner.isPresent()) {
                collect(inner.get(), required, at, needs, above);
                above.remove(line.componentId());
            } else if (required.amount().compareTo(BigDecimal.ZERO) > 0) {
                needs.add(new Need(line.componentId(), required, line.fixedLoss(), at));
            }
        }
    }
}
