package org.throughline.shipping.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Quantity;
import org.throughline.shipping.Parcel;
import org.throughline.shipping.Shipment;
import org.throughline.shipping.ShippingFacts;

/** Shipping's facts, in three statements for any number of lines. */
@Component
class SqlShippingFacts implements ShippingFacts {

    private final Packages packages;
    private final Shipments shipments;

    SqlShippingFacts(Packages packages, Shipments shipments) {
        this.packages = packages;
        this.shipments = shipments;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, LineInShipping> of(Collection<UUID> orderLineIds) {
        if (orderLineIds.isEmpty()) {
            return Map.of();
        }
        var all = packages.ofLines(orderLineIds);
        var ids = all.stream()
                .map(Parcel::shipmentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var byId = ids.isEmpty()
                ? Map.<UUID, Shipment>of()
                : shipments.all(ids).stream().collect(Collectors.toMap(Shipment::id, one -> one));
        var byLine = new HashMap<UUID, List<Parcel>>();
        for (var one : all) {
            one.lines().stream()
                    .map(Parcel.Line::orderLineId)
                    .distinct()
                    .filter(orderLineIds::contains)
                    .forEach(line -> byLine.computeIfAbsent(line, key -> new ArrayList<>())
                            .add(one));
        }
        var facts = new HashMap<UUID, LineInShipping>();
        byLine.forEach((line, packed) -> facts.put(line, fact(line, packed, byId)));
        return facts;
    }

    private static LineInShipping fact(UUID lineId, List<Parcel> packed, Map<UUID, Shipment> shipments) {
        var unit = packed.getFirst().lines().getFirst().quantity().unit();
        var none = Quantity.zero(unit);
        var sent = new HashMap<Shipment, Quantity>();
        var packages = new ArrayList<PackageOfLine>();
        var total = none;
        for (var one : packed) {
            var quantity = quantity(one, lineId, none);
            total = total.plus(quantity);
            packages.add(new PackageOfLine(one.id(), one.number(), quantity, one.packedAt(), one.packedBy()));
            var shipment = one.shipmentId() == null ? null : shipments.get(one.shipmentId());
            if (shipment != null && shipment.status() != Shipment.Status.CANCELLED) {
                sent.merge(shipment, quantity, Quantity::plus);
            }
        }
        var newest = sent.keySet().stream()
                .sorted(Comparator.comparing(Shipment::number).reversed())
                .toList();
        var lastShipped = last(
                newest,
                shipment -> shipment.transport() == null
                        ? null
                        : shipment.transport().shippedAt());
        return new LineInShipping(
                lineId,
                total,
                sum(sent, none, Shipment.Status.SHIPPED, Shipment.Status.DELIVERED),
                sum(sent, none, Shipment.Status.DELIVERED),
                packed.getFirst().packedAt(),
                packed.getFirst().packedBy(),
                lastShipped == null || lastShipped.transport() == null
                        ? null
                        : lastShipped.transport().shippedAt(),
                lastShipped == null || lastShipped.transport() == null
                        ? null
                        : lastShipped.transport().shippedBy(),
                deliveredAt(newest),
                packages,
                newest.stream()
                        .map(shipment -> view(shipment, Objects.requireNonNull(sent.get(shipment))))
                        .toList());
    }

    private static @Nullable Shipment last(List<Shipment> all, Function<Shipment, @Nullable Instant> moment) {
        return all.stream()
                .filter(shipment -> moment.apply(shipment) != null)
                .max(Comparator.comparing(shipment -> Objects.requireNonNull(moment.apply(shipment))))
                .orElse(null);
    }

    private static @Nullable Instant deliveredAt(List<Shipment> all) {
        return all.stream()
                .map(Shipment::proof)
                .filter(Objects::nonNull)
                .map(Shipment.Proof::deliveredAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Quantity quantity(Parcel packed, UUID lineId, Quantity none) {
        return packed.lines().stream()
                .filter(line -> line.orderLineId().equals(lineId))
                .map(Parcel.Line::quantity)
                .reduce(none, Quantity::plus);
    }

    private static Quantity sum(Map<Shipment, Quantity> sent, Quantity none, Shipment.Status... states) {
        var wanted = List.of(states);
        return sent.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey().status()))
                .map(Map.Entry::getValue)
                .reduce(none, Quantity::plus);
    }

    private static ShipmentOfLine view(Shipment shipment, Quantity quantity) {
        var transport = shipment.transport();
        var proof = shipment.proof();
        return new ShipmentOfLine(
                shipment.id(),
                shipment.number(),
                shipment.status(),
                quantity,
                transport == null ? null : transport.carrier(),
                transport == null ? null : transport.tracking(),
                transport == null ? null : transport.shippedAt(),
                transport == null ? null : transport.shippedBy(),
                proof == null ? null : proof.deliveredAt(),
                proof == null ? null : proof.signedBy(),
                proof == null ? null : proof.fileId());
    }
}
