package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.shopfloor.MaterialShortage;
import org.throughline.shopfloor.ReportKind;
import org.throughline.shopfloor.ReportedQuantities;
import org.throughline.shopfloor.WorkOrder;

/**
 * Everything about one work order on one page. Quantities of the product in {@code unit}.
 *
 * @param percent    by standard minutes, 0 to 100
 * @param operations as cards show them, in their sequence
 * @param reports    newest first, also those taken back
 * @param shortages  what it lacks now; empty once everything was issued or is there
 * @param components the work orders that make its components
 */
record WorkOrderPage(
        UUID id,
        String number,
        WorkOrder.Status status,
        TaskView.ItemView item,
        TaskView.@Nullable OrderView order,
        @Nullable WorkOrderLink parent,
        @Nullable WorkOrderLink reworkOf,
        BigDecimal quantity,
        String unit,
        BigDecimal good,
        BigDecimal scrap,
        BigDecimal received,
        BigDecimal percent,
        LocalDate start,
        LocalDate due,
        @Nullable Instant releasedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant closedAt,
        List<TaskView> operations,
        List<MaterialView> materials,
        List<ShortageView> shortages,
        List<WorkOrderLink> components,
        List<ReportView> reports,
        int version) {

    record WorkOrderLink(UUID id, String number, WorkOrder.Status status) {

        static WorkOrderLink of(WorkOrder order) {
            return new WorkOrderLink(order.id(), order.number(), order.status());
        }
    }

    record MaterialView(
            UUID id,
            UUID componentId,
            String code,
            String name,
            @Nullable String specification,
            BigDecimal required,
            BigDecimal issued,
            BigDecimal open,
            BigDecimal takeable,
            String unit,
            @Nullable Integer operationSequence) {}

    record ShortageView(
            UUID componentId,
            String code,
            BigDecimal required,
            BigDecimal have,
            BigDecimal missing,
            String unit,
            @Nullable String document,
            @Nullable LocalDate comes) {

        static ShortageView of(MaterialShortage shortage) {
            return new ShortageView(
                    shortage.componentId(),
                    shortage.code(),
                    shortage.required().amount(),
                    shortage.have().amount(),
                    shortage.missing().amount(),
                    shortage.missing().unit(),
                    shortage.document(),
                    shortage.comes());
        }
    }

    record PickView(
            UUID componentId,
            String code,
            String name,
            @Nullable UUID lotId,
            @Nullable String lotNumber,
            UUID locationId,
            String locationCode,
            BigDecimal quantity,
            String unit,
            boolean own) {}

    record ReportView(
            UUID id,
            UUID operationId,
            String operation,
            ReportKind kind,
            BigDecimal good,
            BigDecimal scrap,
            BigDecimal rework,
            @Nullable String person,
            @Nullable String machine,
            @Nullable Instant startedAt,
            Instant endedAt,
            long seconds,
            Instant bookedAt,
            List<ReasonView> reasons,
            @Nullable String note,
            @Nullable Instant undoneAt,
            boolean undoable) {}

    record ReasonView(
            ReportedQuantities.Fate fate, String reason, ReportedQuantities.Cause cause, BigDecimal quantity) {}
}
