package org.throughline.insight.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.insight.internal.LineViews.ActionView;
import org.throughline.insight.internal.LineViews.CauseView;
import org.throughline.insight.internal.LineViews.ExceptionView;
import org.throughline.insight.internal.LineViews.LineRow;
import org.throughline.insight.internal.LineViews.PersonView;
import org.throughline.order.LineText;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrders;
import org.throughline.planning.Kit;
import org.throughline.planning.KitItem;
import org.throughline.planning.Kitting;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.shopfloor.FloorFacts.OperationOnFloor;
import org.throughline.shopfloor.WorkOrderOperation;

/** Puts the page of one line together: line, exceptions, causes, operations, material, timeline. */
@Component
class LinePageReader {

    private final LineQueries lines;
    private final ExceptionBook exceptions;
    private final SalesOrders orders;
    private final FloorFacts floor;
    private final Kitting kitting;
    private final Machines machines;
    private final WorkCentres workCentres;
    private final LineTimeline timeline;
    private final LineTexts texts;

    LinePageReader(
            LineQueries lines,
            ExceptionBook exceptions,
            SalesOrders orders,
            FloorFacts floor,
            Kitting kitting,
            Machines machines,
            WorkCentres workCentres,
            LineTimeline timeline,
            LineTexts texts) {
        this.lines = lines;
        this.exceptions = exceptions;
        this.orders = orders;
        this.floor = floor;
        this.kitting = kitting;
        this.machines = machines;
        this.workCentres = workCentres;
        this.timeline = timeline;
        this.texts = texts;
    }

    /** The head of the order as the line's page needs it. */
    record OrderHead(
            OrderStatus status,
            boolean onHold,
            @Nullable String holdReason,
            @Nullable String customerReference,
            @Nullable String description,
            @Nullable String specification,
            @Nullable String customerItemNumber,
            int orderVersion,
            int lineVersion) {}

    /**
     * One operation of the line.
     *
     * @param state DONE, RUNNING, PAUSED, WAITING, READY as the floor says
     * @param start actual begin, else the planned one; null: not scheduled
     * @param end   actual end, else the planned one; null: not scheduled
     */
    record OperationView(
            UUID id,
            UUID workOrderId,
            String workOrder,
            int sequence,
            String name,
            String resource,
            WorkOrderOperation.Status state,
            @Nullable Instant plannedStart,
            @Nullable Instant plannedEnd,
            @Nullable Instant start,
            @Nullable Instant end,
            BigDecimal good,
            BigDecimal remaining) {}

    /** One component; {@code available} null: all is here. */
    record KitItemView(
            UUID itemId,
            String code,
            String name,
            BigDecimal quantity,
            String unit,
            LocalDate needed,
            @Nullable LocalDate available,
            @Nullable String document,
            KitItem.State state) {}

    record KittingView(int ready, int total, @Nullable LocalDate allBy, List<KitItemView> items) {}

    record LineDetail(
            LineRow line,
            OrderHead order,
            List<ExceptionView> exceptions,
            List<CauseView> causes,
            List<OperationView> operations,
            @Nullable KittingView kitting,
            List<LineTimeline.Entry> timeline,
            List<LineRow> siblings) {}

    /** The whole page of one line, each room asked once. */
    LineDetail read(UUID lineId) {
        var row = lines.one(lineId);
        var line = orders.line(lineId);
        var head = orders.get(line.orderId());
        var text = orders.textsOf(Set.of(lineId)).getOrDefault(lineId, new LineText(null, null, null));
        var open = exceptions.openOf(Set.of(lineId)).stream().map(this::shown).toList();
        var kit = kitting.ofLines(Set.of(lineId)).get(lineId);
        return new LineDetail(
                row,
                new OrderHead(
                        head.status(),
                        head.onHold(),
                        head.holdReason(),
                        head.customerReference(),
                        text.description(),
                        text.specification(),
                        text.customerItemNumber(),
                        head.version(),
                        line.version()),
                open,
                causes(row, open),
                operations(lineId),
                kit == null ? null : shown(kit),
                timeline.of(row),
                lines.ofOrder(row.orderId()).stream()
                        .filter(sibling -> !sibling.id().equals(lineId))
                        .toList());
    }

    private ExceptionView shown(ExceptionBook.Open open) {
        var trouble = open.trouble();
        var owner = trouble.owner();
        return new ExceptionView(
                open.id(),
                trouble.kind().name(),
                trouble.station(),
                texts.text("reason." + trouble.kind(), trouble.values()),
                trouble.days(),
                owner == null ? null : new PersonView(owner, open.ownerName() == null ? "" : open.ownerName()),
                trouble.due(),
                open.raisedAt(),
                List.of(new ActionView(
                        texts.text("action." + trouble.kind()),
                        LineLinks.ofTrouble(open.line(), trouble.kind().name()))));
    }

    /** The slip taken apart: days of the troubles, costliest first, as far as they go; the rest is "other". */
    private List<CauseView> causes(LineRow row, List<ExceptionView> open) {
        var slip = row.slipDays();
        var causes = new ArrayList<CauseView>();
        int left = slip == null ? 0 : Math.max(0, slip);
        for (var exception : open) {
            int days = Math.min(left, exception.days());
            if (days > 0) {
                causes.add(new CauseView(exception.title(), days, exception.id()));
                left -= days;
            }
        }
        if (left > 0) {
            causes.add(new CauseView(texts.text("cause.rest"), left, null));
        }
        return causes;
    }

    private List<OperationView> operations(UUID lineId) {
        var fact = floor.of(Set.of(lineId)).get(lineId);
        if (fact == null) {
            return List.of();
        }
        var machineCodes = machines.all().stream().collect(Collectors.toMap(Machine::id, Machine::code));
        var centreNames = workCentres.all().stream().collect(Collectors.toMap(WorkCentre::id, WorkCentre::name));
        return FloorSource.inOrder(fact).stream()
                .map(operation -> shown(operation, machineCodes, centreNames))
                .sorted(Comparator.comparing(OperationView::start, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static OperationView shown(
            OperationOnFloor operation, Map<UUID, String> machineCodes, Map<UUID, String> centreNames) {
        var centre = centreNames.getOrDefault(operation.workCentreId(), "");
        var machine = operation.machineId() == null ? centre : machineCodes.getOrDefault(operation.machineId(), centre);
        var started = operation.startedAt();
        var ended = operation.endedAt();
        return new OperationView(
                operation.id(),
                operation.workOrderId(),
                operation.workOrderNumber(),
                operation.sequence(),
                operation.name(),
                machine,
                operation.status(),
                operation.plannedStart(),
                operation.plannedEnd(),
                started == null ? operation.plannedStart() : started,
                ended == null ? operation.plannedEnd() : ended,
                operation.good().amount().stripTrailingZeros(),
                operation.remaining().amount().stripTrailingZeros());
    }

    private static KittingView shown(Kit kit) {
        return new KittingView(
                kit.ready(),
                kit.total(),
                kit.allBy(),
                kit.items().stream()
                        .map(item -> new KitItemView(
                                item.itemId(),
                                item.itemCode(),
                                item.itemName(),
                                item.required().amount().stripTrailingZeros(),
                                item.required().unit(),
                                item.needed(),
                                item.available(),
                                item.incoming().isEmpty()
                                        ? null
                                        : item.incoming().getFirst().number(),
                                item.state()))
                        .toList());
    }
}
