package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.factory.Item;
import org.throughline.planning.KitItem;

/** Adds up one component of a kit. Not thread-safe. */
final class KitCount {

    /** Type of an incoming quantity that nobody ordered yet. */
    static final String SUGGESTION = "suggestion";

    private final Item item;
    private BigDecimal required = BigDecimal.ZERO;
    private BigDecimal issued = BigDecimal.ZERO;
    private BigDecimal reserved = BigDecimal.ZERO;
    private BigDecimal onHand = BigDecimal.ZERO;
    private BigDecimal shortage = BigDecimal.ZERO;
    private @Nullable LocalDate needed;
    private final Map<Document, BigDecimal> incoming = new LinkedHashMap<>();

    private record Document(String type, UUID id, String number, LocalDate due) {}

    KitCount(Item item) {
        this.item = item;
    }

    KitCount neededBy(LocalDate date) {
        if (needed == null || date.isBefore(needed)) {
            needed = date;
        }
        return this;
    }

    void require(BigDecimal quantity, BigDecimal ofItIssued) {
        required = required.add(quantity);
        issued = issued.add(ofItIssued);
    }

    void inStock(BigDecimal quantity, boolean kept) {
        if (kept) {
            reserved = reserved.add(quantity);
        } else {
            onHand = onHand.add(quantity);
        }
    }

    void comes(String type, UUID id, String number, BigDecimal quantity, LocalDate due) {
        incoming.merge(new Document(type, id, number, due), quantity, BigDecimal::add);
    }

    void notOrdered(BigDecimal quantity, LocalDate possible) {
        shortage = shortage.add(quantity);
        comes(SUGGESTION, item.id(), "", quantity, possible);
    }

    KitItem item() {
        var wanted = needed == null ? LocalDate.MAX : needed;
        var documents = incoming.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Document::due).thenComparing(Document::number)))
                .map(entry -> new KitItem.Incoming(
                        entry.getKey().type(),
                        entry.getKey().id(),
                        entry.getKey().number(),
                        item.quantity(entry.getValue()),
                        entry.getKey().due()))
                .toList();
        var available = documents.isEmpty() ? null : documents.getLast().due();
        return new KitItem(
                item.id(),
                item.code(),
                item.name(),
                item.quantity(required),
                item.quantity(issued),
                item.quantity(reserved),
                item.quantity(onHand),
                documents,
                item.quantity(shortage),
                wanted,
                available,
                state(available, wanted));
    }

    private KitItem.State state(@Nullable LocalDate available, LocalDate wanted) {
        if (shortage.signum() > 0) {
            return KitItem.State.SHORT;
        }
        if (available == null) {
            return KitItem.State.READY;
        }
        return available.isAfter(wanted) ? KitItem.State.LATE : KitItem.State.INCOMING;
    }
}
