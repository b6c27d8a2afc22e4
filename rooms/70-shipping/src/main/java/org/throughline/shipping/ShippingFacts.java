package org.throughline.shipping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** What shipping knows about order lines, for those downstream. */
public interface ShippingFacts {

    /**
     * The facts of these lines, in a fixed number of statements whatever their number. A line of which nothing was packed
     * is missing.
     */
    Map<UUID, LineInShipping> of(Collection<UUID> orderLineIds);

    /**
     * One order line in shipping; quantities in the item's base unit.
     *
     * @param packed      all that was packed, what has left included
     * @param shipped     all that has left
     * @param delivered   all that the customer signed for
     * @param packedAt    the last package; null: none
     * @param packedBy    account that packed it
     * @param shippedAt   the last shipment that left; null: none
     * @param shippedBy   account that sent it
     * @param deliveredAt the last proven delivery; null: none
     * @param packages    newest first
     * @param shipments   newest first
     */
    record LineInShipping(
            UUID orderLineId,
            Quantity packed,
            Quantity shipped,
            Quantity delivered,
            @Nullable Instant packedAt,
            @Nullable UUID packedBy,
            @Nullable Instant shippedAt,
            @Nullable UUID shippedBy,
            @Nullable Instant deliveredAt,
            List<PackageOfLine> packages,
            List<ShipmentOfLine> shipments) {

        public LineInShipping {
            packages = List.copyOf(packages);
            shipments = List.copyOf(shipments);
        }
    }

    /** One package with pieces of the line. */
    record PackageOfLine(
            UUID id,
            String number,
            Quantity quantity,
            Instant packedAt,
            @Nullable UUID packedBy) {}

    /** One shipment with pieces of the line. */
    record ShipmentOfLine(
            UUID id,
            String number,
            Shipment.Status status,
            Quantity quantity,
            @Nullable String carrier,
            @Nullable String tracking,
            @Nullable Instant shippedAt,
            @Nullable UUID shippedBy,
            @Nullable Instant deliveredAt,
            @Nullable String signedBy,
            @Nullable UUID proofFileId) {}
}
