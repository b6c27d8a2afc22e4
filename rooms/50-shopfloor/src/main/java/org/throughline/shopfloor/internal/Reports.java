package org.throughline.shopfloor.internal;

import static org.throughline.database.Columns.id;
import static org.throughline.database.Columns.idOf;
import static org.throughline.database.Columns.instant;
import static org.throughline.database.Columns.instantOf;
import static org.throughline.database.Columns.quantity;
import static org.throughline.database.Columns.timestamp;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.Report;
import org.throughline.shopfloor.ReportKind;
import org.throughline.shopfloor.ReportedQuantities;
import org.throughline.shopfloor.ReportedQuantities.Cause;
import org.throughline.shopfloor.ReportedQuantities.Fate;
import org.throughline.shopfloor.ReportedQuantities.ReasonCount;

/** All reports with their reasons, in tables {@code shopfloor.report} and {@code report_reason}. */
@Repository
public class Reports {

    private static final String COLUMNS = """
            SELECT r.id, r.operation_id, r.work_order_id, r.kind, r.good, r.scrap, r.rework, r.from_rework, r.person_id,
                   r.machine_id, r.started_at, r.ended_at, r.seconds, r.at, r.user_id, r.key, r.lot_id, r.location_id,
                   r.note, r.undone_at, w.unit, x.fates, x.reasons, x.causes, x.quantities
              FROM shopfloor.report r
              JOIN shopfloor.work_order w ON w.id = r.work_order_id
              LEFT JOIN LATERAL (
                   SELECT array_agg(fate ORDER BY id) AS fates, array_agg(reason_id ORDER BY id) AS reasons,
                          array_agg(cause ORDER BY id) AS causes, array_agg(quantity ORDER BY id) AS quantities
                     FROM shopfloor.report_reason
                    WHERE report_id = r.id) x ON true
            """;

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The report with this identity.
     *
     * @throws NotFound if there is none
     */
    public Report get(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE r.id = :id")
                .param("id", id)
                .query(Reports::map)
                .optional()
                .orElseThrow(() -> new NotFound("report", id));
    }

    /** The report that was sent with this key. */
    public Optional<Report> byKey(String key) {
        return jdbc.sql(COLUMNS + " WHERE r.key = :key")
                .param("key", key)
                .query(Reports::map)
                .optional();
    }

    /** All reports of one work order, oldest first; undone ones too. */
    public List<Report> ofWorkOrder(UUID workOrderId) {
        return jdbc.sql(COLUMNS + " WHERE r.work_order_id = :order ORDER BY r.at, r.id")
                .param("order", workOrderId)
                .query(Reports::map)
                .list();
    }

    /** What this person reported from {@code from} on and did not take back, oldest first. */
    public List<Report> ofPerson(UUID personId, Instant from) {
        return jdbc.sql(COLUMNS + """
                 WHERE r.person_id = :person
                   AND r.ended_at >= :from
                   AND r.kind IN ('QUANTITY', 'FINISH')
                   AND r.undone_at IS NULL
                 ORDER BY r.at, r.id
                """)
                .param("person", personId)
                .param("from", timestamp(from))
                .query(Reports::map)
                .list();
    }

    /** Keeps a new report with its reasons. */
    public void add(Report report) {
        var quantities = report.quantities();
        jdbc.sql("""
                INSERT INTO shopfloor.report
                       (id, operation_id, work_order_id, kind, good, scrap, rework, from_rework, person_id, machine_id,
                        started_at, ended_at, seconds, at, user_id, key, lot_id, location_id, note)
                VALUES (:id, :operation, :workOrder, :kind, :good, :scrap, :rework, :fromRework, :person, :machine,
                        :startedAt, :endedAt, :seconds, :at, :user, :key, :lot, :location, :note)
                """)
                .param("id", report.id())
                .param("operation", report.operationId())
                .param("workOrder", report.workOrderId())
                .param("kind", report.kind().name())
                .param("good", quantities.good().amount())
                .param("scrap", quantities.scrap().amount())
                .param("rework", quantities.rework().amount())
                .param("fromRework", quantities.fromRework())
                .param("person", report.personId(), Types.OTHER)
                .param("machine", report.machineId(), Types.OTHER)
                .param("startedAt", timestamp(report.startedAt()), Types.TIMESTAMP)
                .param("endedAt", timestamp(report.endedAt()))
                .param("seconds", report.seconds())
                .param("at", timestamp(report.bookedAt()))
                .param("user", report.userId(), Types.OTHER)
                .param("key", report.key())
                .param("lot", report.lotId(), Types.OTHER)
                .param("location", report.locationId(), Types.OTHER)
                .param("note", report.note(), Types.VARCHAR)
                .update();
        quantities.reasons().forEach(reason -> addReason(report.id(), reason));
    }

    /** Notes into which lot and place the report's good pieces went. */
    public void receivedInto(UUID id, UUID lotId, UUID locationId) {
        jdbc.sql("""
                UPDATE shopfloor.report
                   SET lot_id = :lot, location_id = :location, version = version + 1
                 WHERE id = :id
                """)
                .param("id", id)
                .param("lot", lotId)
                .param("location", locationId)
                .update();
    }

    /** Marks a report as taken back. */
    public void undo(UUID id, @Nullable UUID user, Instant at) {
        jdbc.sql("""
                UPDATE shopfloor.report
                   SET undone_at = :at, undone_by = :user, version = version + 1
                 WHERE id = :id
                   AND undone_at IS NULL
                """)
                .param("id", id)
                .param("user", user, Types.OTHER)
                .param("at", timestamp(at))
                .update();
    }

    private void addReason(UUID reportId, ReasonCount reason) {
        jdbc.sql("""
                INSERT INTO shopfloor.report_reason (id, report_id, fate, reason_id, cause, quantity)
                VALUES (:id, :report, :fate, :reason, :cause, :quantity)
                """)
                .param("id", Identity.fresh())
                .param("report", reportId)
                .param("fate", reason.fate().name())
                .param("reason", reason.reasonId())
                .param("cause", reason.cause().name())
                .param("quantity", reason.quantity().amount())
                .update();
    }

    private static Report map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new Report(
                idOf(row, "id"),
                idOf(row, "operation_id"),
                idOf(row, "work_order_id"),
                ReportKind.valueOf(row.getString("kind")),
                new ReportedQuantities(
                        quantity(row, "good", unit),
                        quantity(row, "scrap", unit),
                        quantity(row, "rework", unit),
                        row.getBoolean("from_rework"),
                        reasons(row, unit)),
                id(row, "person_id"),
                id(row, "machine_id"),
                instant(row, "started_at"),
                instantOf(row, "ended_at"),
                row.getLong("seconds"),
                instantOf(row, "at"),
                id(row, "user_id"),
                row.getString("key"),
                id(row, "lot_id"),
                id(row, "location_id"),
                row.getString("note"),
                instant(row, "undone_at"));
    }

    private static List<ReasonCount> reasons(ResultSet row, String unit) throws SQLException {
        if (row.getArray("fates") == null) {
            return List.of();
        }
        var fates = (String[]) row.getArray("fates").getArray();
        var ids = (UUID[]) row.getArray("reasons").getArray();
        var causes = (String[]) row.getArray("causes").getArray();
        var quantities = (BigDecimal[]) row.getArray("quantities").getArray();
        var reasons = new ArrayList<ReasonCount>();
        for (int i = 0; i < fates.length; i++) {
            reasons.add(new ReasonCount(
                    Fate.valueOf(fates[i]), ids[i], Cause.valueOf(causes[i]), new Quantity(quantities[i], unit)));
        }
        return reasons;
    }
}
