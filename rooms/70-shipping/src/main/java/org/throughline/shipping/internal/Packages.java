package org.throughline.shipping.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instantOf;
import static org.throughline.database.Columns.quantity;
import static org.throughline.database.Columns.timestamp;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.shipping.Parcel;

/** All packages with their lines, in tables {@code shipping.package} and {@code package_line}. */
@Repository
public class Packages {

    private static final String COLUMNS = """
            SELECT p.id, p.number, p.customer_id, p.shipment_id, p.status, p.packed_at, p.packed_by
              FROM shipping.package p
            """;

    private final JdbcClient jdbc;

    Packages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A package without its lines. */
    private record Head(
            UUID id,
            String number,
            UUID customerId,
            @Nullable UUID shipmentId,
            Parcel.Status status,
            Instant packedAt,
            @Nullable UUID packedBy) {}

    /**
     * The packages with these identities, kept from all others until the transaction ends, by number.
     *
     * @throws NotFound if one is missing
     */
    public List<Parcel> lock(Collection<UUID> ids) {
        var found = withLines(jdbc.sql(COLUMNS + " WHERE p.id = ANY (:ids) ORDER BY p.number FOR UPDATE")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Packages::map)
                .list());
        for (var id : ids) {
            if (found.stream().noneMatch(one -> one.id().equals(id))) {
                throw new NotFound("package", id);
            }
        }
        return found;
    }

    /** Lets nobody else pack for these order lines until the transaction ends. */
    public void lockLines(Collection<UUID> orderLineIds) {
        for (var id : orderLineIds.stream().distinct().sorted().toList()) {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('shipping ' || :id, 0))")
                    .param("id", id.toString())
                    .query((row, index) -> true)
                    .list();
        }
    }

    /** The packages of these shipments, by number. */
    public List<Parcel> ofShipments(Collection<UUID> shipmentIds) {
        return withLines(jdbc.sql(COLUMNS + " WHERE p.shipment_id = ANY (:ids) ORDER BY p.number")
                .param("ids", shipmentIds.toArray(UUID[]::new))
                .query(Packages::map)
                .list());
    }

    /** The packages of these order lines that were not taken apart, newest first. */
    public List<Parcel> ofLines(Collection<UUID> orderLineIds) {
        return withLines(jdbc.sql(COLUMNS + """
                 WHERE p.status <> 'CANCELLED'
                   AND EXISTS (SELECT FROM shipping.package_line l
                                WHERE l.package_id = p.id AND l.order_line_id = ANY (:ids))
                 ORDER BY p.packed_at DESC, p.number DESC
                """)
                .param("ids", orderLineIds.toArray(UUID[]::new))
                .query(Packages::map)
                .list());
    }

    /** The packages that have not left, oldest first. */
    public List<Parcel> waiting() {
        return withLines(jdbc.sql(COLUMNS + " WHERE p.status = 'PACKED' ORDER BY p.packed_at, p.number")
                .query(Packages::map)
                .list());
    }

    /** How much was ever packed for each of these lines and not taken apart, what has left included. */
    public Map<UUID, BigDecimal> packed(Collection<UUID> orderLineIds) {
        return sums(orderLineIds, "p.status <> 'CANCELLED'");
    }

    /** How much lies packed for each of these lines and has not left. */
    public Map<UUID, BigDecimal> waiting(Collection<UUID> orderLineIds) {
        return sums(orderLineIds, "p.status = 'PACKED'");
    }

    private Map<UUID, BigDecimal> sums(Collection<UUID> orderLineIds, String which) {
        return jdbc
                .sql("""
                SELECT l.order_line_id, sum(l.quantity) AS quantity
                  FROM shipping.package_line l
                  JOIN shipping.package p ON p.id = l.package_id
                 WHERE l.order_line_id = ANY (:ids)
                   AND %s
                 GROUP BY l.order_line_id
                 ORDER BY l.order_line_id
                """.formatted(which))
                .param("ids", orderLineIds.toArray(UUID[]::new))
                .query((row, index) -> Map.entry(idOf(row, "order_line_id"), row.getBigDecimal("quantity")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Adds a package with its lines. */
    public void add(Parcel packed, @Nullable String note) {
        jdbc.sql("""
                INSERT INTO shipping.package (id, number, customer_id, status, packed_at, packed_by, note)
                VALUES (:id, :number, :customer, :status, :at, :by, :note)
                """)
                .param("id", packed.id())
                .param("number", packed.number())
                .param("customer", packed.customerId())
                .param("status", packed.status().name())
                .param("at", timestamp(packed.packedAt()))
                .param("by", packed.packedBy(), Types.OTHER)
                .param("note", note, Types.VARCHAR)
                .update();
        for (var line : packed.lines()) {
            jdbc.sql("""
                    INSERT INTO shipping.package_line
                           (id, package_id, order_line_id, item_id, lot_id, location_id, quantity, unit)
                    VALUES (:id, :package, :line, :item, :lot, :location, :quantity, :unit)
                    """)
                    .param("id", Identity.fresh())
                    .param("package", packed.id())
                    .param("line", line.orderLineId())
                    .param("item", line.itemId())
                    .param("lot", line.lotId(), Types.OTHER)
                    .param("location", line.locationId())
                    .param("quantity", line.quantity().amount())
                    .param("unit", line.quantity().unit())
                    .update();
        }
    }

    /** Puts packages into a shipment, or takes them out of one (null). */
    public void assign(Collection<UUID> ids, @Nullable UUID shipmentId) {
        jdbc.sql("""
                UPDATE shipping.package
                   SET shipment_id = :shipment, version = version + 1
                 WHERE id = ANY (:ids)
                """)
                .param("shipment", shipmentId, Types.OTHER)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Packages left, or were taken apart. */
    public void become(Collection<UUID> ids, Parcel.Status status) {
        jdbc.sql("""
                UPDATE shipping.package
                   SET status = :status, version = version + 1
                 WHERE id = ANY (:ids)
                """)
                .param("status", status.name())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private List<Parcel> withLines(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        var lines = jdbc
                .sql("""
                SELECT package_id, order_line_id, item_id, lot_id, location_id, quantity, unit
                  FROM shipping.package_line
                 WHERE package_id = ANY (:ids)
                 ORDER BY package_id, id
                """)
                .param("ids", heads.stream().map(Head::id).toArray(UUID[]::new))
                .query((row, index) -> Map.entry(
                        idOf(row, "package_id"),
                        new Parcel.Line(
                                idOf(row, "order_line_id"),
                                idOf(row, "item_id"),
                                id(row, "lot_id"),
                                idOf(row, "location_id"),
                                quantity(row, "quantity", row.getString("unit")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return heads.stream()
                .map(head -> new Parcel(
                        head.id,
                        head.number,
                        head.customerId,
                        head.shipmentId,
                        head.status,
                        head.packedAt,
                        head.packedBy,
                        lines.getOrDefault(head.id, List.of())))
                .toList();
    }

    private static Head map(ResultSet row, int index) throws SQLException {
        return new Head(
                idOf(row, "id"),
                row.getString("number"),
                idOf(row, "customer_id"),
                id(row, "shipment_id"),
                Parcel.Status.valueOf(row.getString("status")),
                instantOf(row, "packed_at"),
                id(row, "packed_by"));
    }
}
