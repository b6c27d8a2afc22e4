package org.throughline.shopfloor.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.factory.Items;
import org.throughline.factory.Machines;
import org.throughline.factory.Units;
import org.throughline.factory.WorkCentres;
import org.throughline.shopfloor.OperationFlow;
import org.throughline.shopfloor.OperationRefused;
import org.throughline.shopfloor.QualityHolds;
import org.throughline.shopfloor.ReportedQuantities;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.shopfloor.WorkOrderOperation;

/** What must be so before anybody works on an operation. */
@Component
public class FloorGate {

    private final Materials materials;
    private final Items items;
    private final Machines machines;
    private final WorkCentres workCentres;
    private final Units units;
    private final ObjectProvider<QualityHolds> holds;

    FloorGate(
            Materials materials,
            Items items,
            Machines machines,
            WorkCentres workCentres,
            Units units,
            ObjectProvider<QualityHolds> holds) {
        this.materials = materials;
        this.items = items;
        this.machines = machines;
        this.workCentres = workCentres;
        this.units = units;
        this.holds = holds;
    }

    /**
     * Lets the work go on, or says why not.
     *
     * @param machineId where it is to be done; null: by hand
     * @throws OperationRefused if the machine stands elsewhere, material was not issued or quality holds it back
     */
    public void pass(OperationFlow flow, int index, @Nullable UUID machineId) {
        var operation = flow.operations().get(index);
        requireMachineHere(operation, machineId);
        var hold = holdsOf(List.of(operation.workOrderId())).get(operation.workOrderId());
        if (hold != null) {
            throw OperationRefused.heldByQuality(operation.name(), hold.number(), hold.reason());
        }
        var missing = notIssued(flow, index, materials.of(operation.workOrderId()));
        if (!missing.isEmpty()) {
            var names = items.all(
                    missing.stream().map(WorkOrderMaterial::componentId).toList());
            throw OperationRefused.materialNotIssued(
                    operation.name(),
                    missing.stream()
                            .map(material -> List.<Object>of(
                                    Objects.requireNonNull(names.get(material.componentId()))
                                            .code(),
                                    material.open()))
                            .toList());
        }
    }

    /** Refuses parts of a piece where the item is counted in pieces. */
    public void requireWhole(UUID itemId, ReportedQuantities reported) {
        var item = items.get(itemId);
        for (var quantity : List.of(reported.good(), reported.scrap(), reported.rework())) {
            units.requireWhole(item.code(), quantity);
        }
    }

    /** Which of these work orders quality holds back. */
    public Map<UUID, QualityHolds.Hold> holdsOf(List<UUID> workOrderIds) {
        var quality = holds.getIfAvailable();
        return quality == null ? Map.of() : quality.of(workOrderIds);
    }

    /** Components that this operation uses and of which nothing was handed to the floor yet. */
    public static List<WorkOrderMaterial> notIssued(OperationFlow flow, int index, List<WorkOrderMaterial> materials) {
        return usedAt(flow, index, materials).stream()
                .filter(material -> material.required().isPositive())
                .filter(material -> !material.issued().isPositive())
                .toList();
    }

    /** Components that this operation uses; those of no operation belong to the first. */
    public static List<WorkOrderMaterial> usedAt(OperationFlow flow, int index, List<WorkOrderMaterial> materials) {
        int own = flow.operations().get(index).sequence();
        int next = index + 1 < flow.operations().size()
                ? flow.operations().get(index + 1).sequence()
                : Integer.MAX_VALUE;
        return materials.stream()
                .filter(material -> {
                    var at = material.operationSequence();
                    return at == null ? index == 0 : (index == 0 || at >= own) && at < next;
                })
                .toList();
    }

    private void requireMachineHere(WorkOrderOperation operation, @Nullable UUID machineId) {
        if (machineId == null || machineId.equals(operation.station().machineId())) {
            return;
        }
        var machine = machines.get(machineId);
        if (!machine.workCentreId().equals(operation.station().workCentreId())) {
            throw OperationRefused.machineElsewhere(
                    operation.name(),
                    machine.code(),
                    workCentres.get(operation.station().workCentreId()).name());
        }
    }
}
