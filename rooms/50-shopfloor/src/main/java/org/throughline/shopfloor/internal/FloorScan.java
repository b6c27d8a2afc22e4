package org.throughline.shopfloor.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Items;
import org.throughline.shopfloor.ScanRefused;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderOperation;
import org.throughline.stock.Lots;

/**
 * What a scanned code means. The codes on our papers are {@code WO-20261122-001}, {@code WO-20261122-001/20} and the same
 * behind an address ({@code https://host/wo/WO-20261122-001/op/20}); lots are {@code ITEM|LOT} or a work order's number.
 */
@Component
class FloorScan {

    private static final Pattern ADDRESS = Pattern.compile(".*/wo/([^/?]+)(?:/op/(\\d+))?(?:[/?].*)?");
    private static final Pattern OPERATION = Pattern.compile("(.+)/(\\d+)");
    private static final Pattern LOT = Pattern.compile("([^|]+)\\|(.+)");

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Items items;
    private final Lots lots;

    FloorScan(WorkOrders workOrders, Operations operations, Items items, Lots lots) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.items = items;
        this.lots = lots;
    }

    /**
     * @param type        {@code work-order}, {@code work-order-operation} or {@code lot}
     * @param operationId the one to work on: the scanned one, else the first that is not done
     */
    record ScanView(
            String type,
            UUID id,
            String label,
            @Nullable UUID workOrderId,
            @Nullable UUID operationId,
            @Nullable UUID itemId) {}

    @Transactional(readOnly = true)
    ScanView resolve(String scanned) {
        var code = scanned.strip();
        var address = ADDRESS.matcher(code);
        if (address.matches()) {
            var found = operation(address.group(1), address.group(2));
            return found.orElseThrow(() -> ScanRefused.unknown(code));
        }
        var operation = OPERATION.matcher(code);
        if (operation.matches()) {
            var found = operation(operation.group(1), operation.group(2));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return operation(code, null).or(() -> lot(code)).orElseThrow(() -> ScanRefused.unknown(code));
    }

    private Optional<ScanView> operation(String number, @Nullable String sequence) {
        return workOrders
                .byNumber(number)
                .flatMap(order -> sequence == null
                        ? Optional.of(workOrder(order))
                        : operations.of(order.id()).stream()
                                .filter(step -> step.sequence() == Integer.parseInt(sequence))
                                .map(step -> view(order, step))
                                .findFirst());
    }

    private ScanView workOrder(WorkOrder order) {
        var next = next(operations.of(order.id()));
        return new ScanView(
                "work-order", order.id(), order.number(), order.id(), next == null ? null : next.id(), order.itemId());
    }

    private static ScanView view(WorkOrder order, WorkOrderOperation step) {
        return new ScanView(
                "work-order-operation",
                step.id(),
                "%s/%d %s".formatted(order.number(), step.sequence(), step.name()),
                order.id(),
                step.id(),
                order.itemId());
    }

    private static @Nullable WorkOrderOperation next(List<WorkOrderOperation> steps) {
        return steps.stream()
                .filter(step -> step.status() != WorkOrderOperation.Status.DONE)
                .findFirst()
                .orElse(null);
    }

    private Optional<ScanView> lot(String code) {
        var parts = LOT.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return items.byCode(parts.group(1))
                .flatMap(item -> lots.find(item.id(), parts.group(2)))
                .map(lot -> new ScanView("lot", lot.id(), lot.number(), null, null, lot.itemId()));
    }
}
