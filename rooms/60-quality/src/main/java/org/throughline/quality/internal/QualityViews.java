package org.throughline.quality.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.quality.Characteristic;
import org.throughline.quality.Inspection;
import org.throughline.quality.Nonconformance;
import org.throughline.stock.Lot;
import org.throughline.stock.Lots;

/** Gathers what quality's pages show. */
@Component
class QualityViews {

    private final Characteristics characteristics;
    private final Items items;
    private final Lots lots;
    private final SalesOrders salesOrders;

    QualityViews(Characteristics characteristics, Items items, Lots lots, SalesOrders salesOrders) {
        this.characteristics = characteristics;
        this.items = items;
        this.lots = lots;
        this.salesOrders = salesOrders;
    }

    record ItemView(
            UUID id,
            String code,
            String name,
            @Nullable String drawingNumber,
            @Nullable String revision) {}

    record CharacteristicView(
            UUID id,
            String name,
            Characteristic.Kind kind,
            @Nullable BigDecimal nominal,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            String wanted,
            Characteristic.Severity severity) {}

    /**
     * @param order           whom the goods are kept for, as people say it; null: nobody
     * @param characteristics what is to be measured; only when one inspection is asked for
     * @param measured        what was measured; only when one inspection is asked for
     */
    record InspectionView(
            UUID id,
            String number,
            Inspection.Kind kind,
            Inspection.Status status,
            String sourceType,
            UUID sourceId,
            ItemView item,
            @Nullable String lotNumber,
            BigDecimal quantity,
            String unit,
            @Nullable UUID orderLineId,
            @Nullable String order,
            Instant requestedAt,
            @Nullable BigDecimal accepted,
            @Nullable BigDecimal rejected,
            @Nullable String reason,
            @Nullable String inspector,
            @Nullable Instant decidedAt,
            List<CharacteristicView> characteristics,
            List<Characteristics.Measured> measured) {}

    record NonconformanceView(
            UUID id,
            String number,
            @Nullable UUID inspectionId,
            ItemView item,
            @Nullable String lotNumber,
            BigDecimal quantity,
            String unit,
            String reason,
            Nonconformance.Disposition disposition,
            @Nullable UUID orderLineId,
            @Nullable String order,
            @Nullable UUID workOrderId,
            Instant raisedAt,
            @Nullable Instant decidedAt) {}

    /** Items, lots and orders by identity, read once. */
    private record Words(Map<UUID, Item> items, Map<UUID, Lot> lots, Map<UUID, OrderLine> orders) {}

    InspectionView inspection(Inspection inspection) {
        var words = words(
                List.of(inspection.goods().itemId()), ids(inspection.goods().lotId()), ids(inspection.orderLineId()));
        var wanted = characteristics.ofItem(inspection.goods().itemId()).stream()
                .map(one -> new CharacteristicView(
                        one.id(),
                        one.name(),
                        one.kind(),
                        one.nominal(),
                        one.lower(),
                        one.upper(),
                        one.unit(),
                        one.wanted(),
                        one.severity()))
                .toList();
        return view(inspection, words, wanted, characteristics.measured(inspection.id()));
    }

    List<InspectionView> inspections(List<Inspection> all) {
        var words = words(
                all.stream().map(one -> one.goods().itemId()).toList(),
                all.stream()
                        .map(one -> one.goods().lotId())
                        .filter(Objects::nonNull)
                        .toList(),
                all.stream()
                        .map(Inspection::orderLineId)
                        .filter(Objects::nonNull)
                        .toList());
        return all.stream().map(one -> view(one, words, List.of(), List.of())).toList();
    }

    NonconformanceView nonconformance(Nonconformance one) {
        return nonconformances(List.of(one)).getFirst();
    }

    List<NonconformanceView> nonconformances(List<Nonconformance> all) {
        var words = words(
                all.stream().map(Nonconformance::itemId).toList(),
                all.stream().map(Nonconformance::lotId).filter(Objects::nonNull).toList(),
                all.stream()
                        .map(Nonconformance::orderLineId)
                        .filter(Objects::nonNull)
                        .toList());
        return all.stream()
                .map(one -> new NonconformanceView(
                        one.id(),
                        one.number(),
                        one.inspectionId(),
                        item(words, one.itemId()),
                        lot(words, one.lotId()),
                        one.quantity().amount(),
                        one.quantity().unit(),
                        one.reason(),
                        one.disposition(),
                        one.orderLineId(),
                        order(words, one.orderLineId()),
                        one.workOrderId(),
                        one.raisedAt(),
                        one.decidedAt()))
                .toList();
    }

    private static InspectionView view(
            Inspection one, Words words, List<CharacteristicView> wanted, List<Characteristics.Measured> measured) {
        var decision = one.decision();
        return new InspectionView(
                one.id(),
                one.number(),
                one.kind(),
                one.status(),
                one.source().type(),
                one.source().id(),
                item(words, one.goods().itemId()),
                lot(words, one.goods().lotId()),
                one.goods().quantity().amount(),
                one.goods().quantity().unit(),
                one.orderLineId(),
                order(words, one.orderLineId()),
                one.requestedAt(),
                decision == null ? null : decision.accepted().amount(),
                decision == null ? null : decision.rejected().amount(),
                decision == null ? null : decision.reason(),
                decision == null ? null : decision.inspector(),
                decision == null ? null : decision.at(),
                wanted,
                measured);
    }

    private Words words(List<UUID> itemIds, List<UUID> lotIds, List<UUID> lineIds) {
        return new Words(
                items.all(itemIds.stream().distinct().toList()),
                lots.all(lotIds.stream().distinct().toList()),
                salesOrders.linesOf(lineIds.stream().distinct().toList()).stream()
                        .collect(Collectors.toMap(OrderLine::id, line -> line)));
    }

    private static ItemView item(Words words, UUID id) {
        var item = Objects.requireNonNull(words.items.get(id));
        return new ItemView(item.id(), item.code(), item.name(), item.drawingNumber(), item.revision());
    }

    private static @Nullable String lot(Words words, @Nullable UUID id) {
        var lot = id == null ? null : words.lots.get(id);
        return lot == null ? null : lot.number();
    }

    private static @Nullable String order(Words words, @Nullable UUID id) {
        var line = id == null ? null : words.orders.get(id);
        return line == null ? null : line.label();
    }

    private static List<UUID> ids(@Nullable UUID id) {
        var ids = new ArrayList<UUID>();
        if (id != null) {
            ids.add(id);
        }
        return ids;
    }
}
