package org.throughline.shipping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Packages that leave for one customer together. Immutable: each verb answers the next state or throws.
 *
 * <pre>
 * PACKED --ship--> SHIPPED --prove--> DELIVERED
 *    '---cancel--> CANCELLED
 * </pre>
 *
 * @param number    what people read aloud, e.g. {@code SHI-20261122-001}
 * @param transport who carries it; null until it leaves
 * @param proof     null until it has arrived
 * @param version   optimistic lock
 */
public record Shipment(
        UUID id,
        String number,
        UUID customerId,
        Status status,
        @Nullable String deliveryAddress,
        @Nullable Transport transport,
        @Nullable Proof proof,
        int version) {

    /** Where a shipment stands: 待发, 已发, 已签收, 已取消. */
    public enum Status {
        PACKED,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }

    /** Who carries it since when. */
    public record Transport(
            String carrier,
            @Nullable String tracking,
            Instant shippedAt,
            @Nullable UUID shippedBy) {}

    /**
     * How we know that it has arrived.
     *
     * @param deliveredAt when the customer took it
     * @param fileId      picture or scan of the signed note; null: none
     * @param provenAt    when the proof came in
     */
    public record Proof(
            Instant deliveredAt, String signedBy, @Nullable UUID fileId, Instant provenAt) {}

    /**
     * It leaves the house.
     *
     * @throws ShipmentRefused if it has left or was cancelled, or nobody carries it
     */
    public Shipment ship(Transport wanted) {
        if (status != Status.PACKED) {
            throw ShipmentRefused.notPacked(number, status);
        }
        if (wanted.carrier().isBlank()) {
            throw ShipmentRefused.withoutCarrier(number);
        }
        return new Shipment(id, number, customerId, Status.SHIPPED, deliveryAddress, wanted, null, version);
    }

    /**
     * The customer has it.
     *
     * @throws ShipmentRefused if it has not left, nobody signed, or it would have arrived before it left or in the future
     */
    public Shipment deliver(Proof wanted) {
        if (status != Status.SHIPPED || transport == null) {
            throw ShipmentRefused.notShipped(number, status);
        }
        if (wanted.signedBy().isBlank()) {
            throw ShipmentRefused.withoutSignature(number);
        }
        if (wanted.deliveredAt().isBefore(transport.shippedAt())
                || wanted.deliveredAt().isAfter(wanted.provenAt())) {
            throw ShipmentRefused.impossibleDelivery(number, wanted.deliveredAt(), transport.shippedAt());
        }
        return new Shipment(id, number, customerId, Status.DELIVERED, deliveryAddress, transport, wanted, version);
    }

    /**
     * It is unpacked again.
     *
     * @throws ShipmentRefused if it has left
     */
    public Shipment cancel() {
        if (status != Status.PACKED) {
            throw ShipmentRefused.notPacked(number, status);
        }
        return new Shipment(id, number, customerId, Status.CANCELLED, deliveryAddress, null, null, version);
    }
}
