package org.throughline.shopfloor.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.SupplySource;
import org.throughline.shopfloor.MaterialShortage;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockBook;

/** Whether a work order's material is there, without touching what is kept for other orders. */
@Component
public class MaterialCover {

    private static final String WORK_ORDER = "work-order";

    private final StockBook book;
    private final Reservations reservations;
    private final Items items;
    private final ObjectProvider<SupplySource> supplies;

    MaterialCover(StockBook book, Reservations reservations, Items items, ObjectProvider<SupplySource> supplies) {
        this.book = book;
        this.reservations = reservations;
        this.items = items;
        this.supplies = supplies;
    }

    /** How much of each of these components the work order may take from stock now. */
    public Map<UUID, Quantity> takeable(WorkOrder order, List<UUID> componentIds) {
        var lineId = order.purpose().orderLineId();
        var free =
                new HashMap<>(lineId == null ? book.available(componentIds) : book.availableTo(lineId, componentIds));
        if (lineId == null) {
            for (var own : reservations.ofDemand(WORK_ORDER, order.id())) {
                free.computeIfPresent(own.itemId(), (item, quantity) -> quantity.plus(own.open()));
            }
            return free;
        }
        for (var kept : reservations.of(List.of(lineId))) {
            if (isForOther(kept, order.id())) {
                free.computeIfPresent(kept.itemId(), (item, quantity) -> notNegative(quantity.minus(kept.open())));
            }
        }
        return free;
    }

    /** What is missing for the order, in the order of its materials; empty when everything is there. */
    public List<MaterialShortage> shortages(WorkOrder order, List<WorkOrderMaterial> materials) {
        var ids = materials.stream()
                .map(WorkOrderMaterial::componentId)
                .distinct()
                .toList();
        var left = new HashMap<>(takeable(order, ids));
        var codes = items.all(ids);
        var shortages = new ArrayList<MaterialShortage>();
        for (var material : materials) {
            var need = material.open();
            var have = left.getOrDefault(material.componentId(), Quantity.zero(need.unit()))
                    .min(need);
            left.computeIfPresent(material.componentId(), (item, quantity) -> quantity.minus(have));
            var missing = need.minus(have);
            if (missing.isPositive()) {
                var item = codes.get(material.componentId());
                shortages.add(new MaterialShortage(
                        material.componentId(),
                        item == null ? material.componentId().toString() : item.code(),
                        need,
                        have,
                        missing,
                        null,
                        null));
            }
        }
        return shortages.isEmpty() ? shortages : withArrivals(shortages, order);
    }

    /** Keeps for the work order what its line has not reserved yet, as far as it is free. */
    public void reserve(WorkOrder order, List<WorkOrderMaterial> materials) {
        var lineId = order.purpose().orderLineId();
        if (lineId == null) {
            return;
        }
        var kept = new HashMap<UUID, Quantity>();
        for (var reservation : reservations.of(List.of(lineId))) {
            if (!isForOther(reservation, order.id())) {
                kept.merge(reservation.itemId(), reservation.open(), Quantity::plus);
            }
        }
        for (var material : materials) {
            var need = material.open();
            var covered = kept.getOrDefault(material.componentId(), Quantity.zero(need.unit()))
                    .min(need);
            kept.computeIfPresent(material.componentId(), (item, quantity) -> quantity.minus(covered));
            var wish = need.minus(covered);
            if (wish.isPositive()) {
                reservations.reserveUpTo(
                        new Reservation.Wish(material.componentId(), wish, null, lineId, WORK_ORDER, order.id()));
            }
        }
    }

    private List<MaterialShortage> withArrivals(List<MaterialShortage> shortages, WorkOrder order) {
        var incoming = supplies.orderedStream()
                .flatMap(source -> source.openSupply().stream())
                .filter(supply -> supply.orderLineId() == null
                        || supply.orderLineId().equals(order.purpose().orderLineId()))
                .sorted(Comparator.comparing(OpenSupply::due).thenComparing(OpenSupply::number))
                .toList();
        return shortages.stream().map(shortage -> arriving(shortage, incoming)).toList();
    }

    /** The supply with which the missing quantity is complete; the last one when it is not enough. */
    private static MaterialShortage arriving(MaterialShortage shortage, List<OpenSupply> incoming) {
        var sum = Quantity.zero(shortage.missing().unit());
        @Nullable String document = null;
        @Nullable LocalDate comes = null;
        for (var supply : incoming) {
            if (supply.itemId().equals(shortage.componentId()) && sum.compareTo(shortage.missing()) < 0) {
                sum = sum.plus(supply.open());
                document = supply.number();
                comes = supply.due();
            }
        }
        return new MaterialShortage(
                shortage.componentId(),
                shortage.code(),
                shortage.required(),
                shortage.have(),
                shortage.missing(),
                document,
                comes);
    }

    private static boolean isForOther(Reservation reservation, UUID workOrderId) {
        return reservation.demandType().equals(WORK_ORDER)
                && !reservation.demandId().equals(workOrderId);
    }

    private static Quantity notNegative(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }
}
