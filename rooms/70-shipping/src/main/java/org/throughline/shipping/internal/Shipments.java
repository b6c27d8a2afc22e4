package org.throughline.shipping.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instant;
import static org.throughline.database.Columns.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.shipping.PackedLine;
import org.throughline.shipping.Shipment;

/** All shipments and what left with them, in tables {@code shipping.shipment} and {@code shipment_line}. */
@Repository
public class Shipments {

    private static final String COLUMNS = """
            SELECT s.id, s.number, s.customer_id, s.status, s.delivery_address, s.carrier, s.tracking, s.shipped_at,
                   s.shipped_by, s.delivered_at, s.signed_by, s.proof_file_id, s.proven_at, s.version
              FROM shipping.shipment s
            """;

    private final JdbcClient jdbc;

    Shipments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The shipment with this identity.
     *
     * @throws NotFound if there is none
     */
    public Shipment get(UUID id) {
        return all(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("shipment", id));
    }

    /**
     * The shipment with this identity, kept from all others until the transaction ends.
     *
     * @throws NotFound if there is none
     */
    public Shipment lock(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE s.id = :id FOR UPDATE")
                .param("id", id)
                .query(Shipments::map)
                .optional()
                .orElseThrow(() -> new NotFound("shipment", id));
    }

    /** The shipments with these identities, newest first. */
    public List<Shipment> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + """
                 WHERE s.id = ANY (:ids)
                 ORDER BY s.shipped_at DESC NULLS FIRST, s.number DESC
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Shipments::map)
                .list();
    }

    /** Those in this state, or all, newest first. */
    public List<Shipment> in(Shipment.@Nullable Status status, int limit) {
        return jdbc.sql(COLUMNS + """
                 WHERE :status::text IS NULL OR s.status = :status
                 ORDER BY s.shipped_at DESC NULLS FIRST, s.number DESC
                 LIMIT :limit
                """)
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(Shipments::map)
                .list();
    }

    /** Adds a shipment that has not left. */
    public void add(Shipment shipment) {
        jdbc.sql("""
                INSERT INTO shipping.shipment (id, number, customer_id, status, delivery_address)
                VALUES (:id, :number, :customer, :status, :address)
                """)
                .param("id", shipment.id())
                .param("number", shipment.number())
                .param("customer", shipment.customerId())
                .param("status", shipment.status().name())
                .param("address", shipment.deliveryAddress(), Types.VARCHAR)
                .update();
    }

    /**
     * Writes what the shipment now is.
     *
     * @throws ChangedMeanwhile if somebody else wrote in the meantime
     */
    public void save(Shipment shipment) {
        var transport = shipment.transport();
        var proof = shipment.proof();
        int written = jdbc.sql("""
                UPDATE shipping.shipment
                   SET status = :status, carrier = :carrier, tracking = :tracking, shipped_at = :shippedAt,
                       shipped_by = :shippedBy, delivered_at = :deliveredAt, signed_by = :signedBy,
                       proof_file_id = :file, proven_at = :provenAt, version = version + 1
                 WHERE id = :id
                   AND version = :version
                """)
                .param("status", shipment.status().name())
                .param("carrier", transport == null ? null : transport.carrier(), Types.VARCHAR)
                .param("tracking", transport == null ? null : transport.tracking(), Types.VARCHAR)
                .param("shippedAt", timestamp(transport == null ? null : transport.shippedAt()), Types.TIMESTAMP)
                .param("shippedBy", transport == null ? null : transport.shippedBy(), Types.OTHER)
                .param("deliveredAt", timestamp(proof == null ? null : proof.deliveredAt()), Types.TIMESTAMP)
                .param("signedBy", proof == null ? null : proof.signedBy(), Types.VARCHAR)
                .param("file", proof == null ? null : proof.fileId(), Types.OTHER)
                .param("provenAt", timestamp(proof == null ? null : proof.provenAt()), Types.TIMESTAMP)
                .param("id", shipment.id())
                .param("version", shipment.version())
                .update();
        if (written == 0) {
            throw new ChangedMeanwhile("shipment", shipment.number());
        }
    }

    /** What left with the shipment. */
    public void left(UUID shipmentId, List<PackedLine> lines) {
        for (var line : lines) {
            jdbc.sql("""
                    INSERT INTO shipping.shipment_line (id, shipment_id, order_line_id, item_id, lot_id, quantity, unit)
                    VALUES (:id, :shipment, :line, :item, :lot, :quantity, :unit)
                    """)
                    .param("id", Identity.fresh())
                    .param("shipment", shipmentId)
                    .param("line", line.orderLineId())
                    .param("item", line.itemId())
                    .param("lot", line.lotId(), Types.OTHER)
                    .param("quantity", line.quantity().amount())
                    .param("unit", line.quantity().unit())
                    .update();
        }
    }

    /** The customer has everything that left with the shipment. */
    public void arrived(UUID shipmentId) {
        jdbc.sql("""
                UPDATE shipping.shipment_line
                   SET delivered = quantity, version = version + 1
                 WHERE shipment_id = :shipment
                """).param("shipment", shipmentId).update();
    }

    /** How many days before the requested date this customer takes goods; nothing: whenever they are ready. */
    public Optional<Integer> daysEarly(UUID customerId) {
        return jdbc.sql("""
                SELECT days_early
                  FROM shipping.delivery_window
                 WHERE customer_id = :customer
                    OR customer_id IS NULL
                 ORDER BY customer_id NULLS LAST
                 LIMIT 1
                """).param("customer", customerId).query(Integer.class).optional();
    }

    private static Shipment map(ResultSet row, int index) throws SQLException {
        var shippedAt = instant(row, "shipped_at");
        var deliveredAt = instant(row, "delivered_at");
        return new Shipment(
                idOf(row, "id"),
                row.getString("number"),
                idOf(row, "customer_id"),
                Shipment.Status.valueOf(row.getString("status")),
                row.getString("delivery_address"),
                shippedAt == null
                        ? null
                        : new Shipment.Transport(
                                Objects.requireNonNullElse(row.getString("carrier"), ""),
                                row.getString("tracking"),
                                shippedAt,
                                id(row, "shipped_by")),
                deliveredAt == null
                        ? null
                        : new Shipment.Proof(
                                deliveredAt,
                                Objects.requireNonNullElse(row.getString("signed_by"), ""),
                                id(row, "proof_file_id"),
                                Objects.requireNonNullElse(instant(row, "proven_at"), deliveredAt)),
                row.getInt("version"));
    }
}
