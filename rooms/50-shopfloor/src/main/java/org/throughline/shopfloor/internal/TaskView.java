package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.shopfloor.WorkOrderOperation;

/**
 * One job as the operator's card shows it. All quantities in {@code unit}.
 *
 * @param total      what goes through this operation in the end
 * @param remaining  still to report; pre-filled as good
 * @param available  arrived and not reported; at the first operation what was ordered and not begun
 * @param limit      the most that may be reported now
 * @param rework     waiting to be repaired here
 * @param startsBy   when it must begin at the latest; null: not scheduled
 * @param workers    who is at it now
 * @param steps      the whole route, for the line of nodes
 * @param checks     what must be so before work, with whether it is
 * @param blocks     why nobody can work on it now, and what to do; empty: it can be done
 */
record TaskView(
        UUID operationId,
        UUID workOrderId,
        String workOrderNumber,
        String code,
        int sequence,
        String name,
        WorkOrderOperation.Status status,
        ItemView item,
        @Nullable OrderView order,
        Place workCentre,
        @Nullable Place machine,
        String unit,
        BigDecimal total,
        BigDecimal remaining,
        BigDecimal available,
        BigDecimal limit,
        BigDecimal good,
        BigDecimal scrap,
        BigDecimal rework,
        @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd,
        @Nullable Instant startsBy,
        LocalDate due,
        @Nullable Instant startedAt,
        @Nullable String instruction,
        List<Worker> workers,
        List<Step> steps,
        List<Check> checks,
        List<Block> blocks) {

    record ItemView(
            UUID id,
            String code,
            String name,
            @Nullable String nameEnglish,
            @Nullable String specification,
            @Nullable String drawingNumber,
            @Nullable String revision,
            @Nullable UUID pictureFileId) {}

    record OrderView(UUID lineId, UUID orderId, String label, String customer) {}

    record Place(UUID id, String code, String name) {}

    record Worker(@Nullable UUID personId, String name, Instant startedAt, long seconds) {}

    record Step(
            UUID operationId,
            int sequence,
            String name,
            WorkOrderOperation.Status status,
            BigDecimal good,
            BigDecimal total,
            boolean current) {}

    /** @param code {@code material}, {@code previous} or {@code quality} */
    record Check(String code, boolean passed, String text) {}

    /** Why not, in the words of the refusal that would come. */
    record Block(String code, String detail, @Nullable String advice, Map<String, Object> values) {}
}
