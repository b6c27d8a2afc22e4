package org.throughline.quality.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Quantity;
import org.throughline.quality.Inspection;
import org.throughline.quality.Nonconformance;
import org.throughline.quality.QualityFacts;

/** Quality's facts, in two statements for any number of lines. */
@Component
class SqlQualityFacts implements QualityFacts {

    private final Inspections inspections;
    private final Nonconformances nonconformances;

    SqlQualityFacts(Inspections inspections, Nonconformances nonconformances) {
        this.inspections = inspections;
        this.nonconformances = nonconformances;
    }

    @Override
    public Inspection inspection(UUID inspectionId) {
        return inspections.get(inspectionId);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, LineInQuality> of(Collection<UUID> orderLineIds) {
        if (orderLineIds.isEmpty()) {
            return Map.of();
        }
        var looked = new HashMap<UUID, List<InspectionOfLine>>();
        for (var inspection : inspections.ofLines(orderLineIds)) {
            looked.computeIfAbsent(Objects.requireNonNull(inspection.orderLineId()), line -> new ArrayList<>())
                    .add(view(inspection));
        }
        var found = new HashMap<UUID, List<NonconformanceOfLine>>();
        for (var owned : nonconformances.ofLines(orderLineIds)) {
            found.computeIfAbsent(
                            Objects.requireNonNull(owned.nonconformance().orderLineId()), line -> new ArrayList<>())
                    .add(view(owned));
        }
        var lines = new LinkedHashSet<>(looked.keySet());
        lines.addAll(found.keySet());
        var facts = new HashMap<UUID, LineInQuality>();
        lines.forEach(line ->
                facts.put(line, line(line, looked.getOrDefault(line, List.of()), found.getOrDefault(line, List.of()))));
        return facts;
    }

    private static LineInQuality line(UUID lineId, List<InspectionOfLine> looked, List<NonconformanceOfLine> found) {
        int waiting = (int) looked.stream()
                .filter(inspection -> inspection.status() == Inspection.Status.OPEN)
                .count();
        int failed = (int) found.stream()
                .filter(one -> one.disposition() == Nonconformance.Disposition.OPEN)
                .count();
        @Nullable
        Instant last = looked.stream()
                .map(InspectionOfLine::decidedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new LineInQuality(lineId, waiting, failed, last, looked, found);
    }

    private static InspectionOfLine view(Inspection inspection) {
        var goods = inspection.goods();
        var decision = inspection.decision();
        var none = Quantity.zero(goods.quantity().unit());
        var source = inspection.source();
        return new InspectionOfLine(
                inspection.id(),
                inspection.number(),
                inspection.kind(),
                inspection.status(),
                goods.itemId(),
                goods.quantity(),
                decision == null ? none : decision.accepted(),
                decision == null ? none : decision.rejected(),
                decision == null ? null : decision.reason(),
                source.type().equals("work-order") ? source.id() : null,
                inspection.requestedAt(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.inspectorId(),
                decision == null ? null : decision.inspector());
    }

    private static NonconformanceOfLine view(Nonconformances.Owned owned) {
        var one = owned.nonconformance();
        return new NonconformanceOfLine(
                one.id(),
                one.number(),
                one.itemId(),
                one.quantity(),
                one.reason(),
                one.disposition(),
                owned.ownerId(),
                one.workOrderId(),
                one.raisedAt(),
                one.decidedAt());
    }
}
