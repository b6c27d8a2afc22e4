package org.throughline.engineering.internal;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.StructureRefused;
import org.throughline.factory.Items;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;

/** Moves bills, routings and drawings from draft to valid, and copies them to the next draft. */
@Repository
public class Revisions {

    private final JdbcClient jdbc;
    private final Items items;

    Revisions(JdbcClient jdbc, Items items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    private record Head(UUID itemId, String revision, String status, long lines) {}

    /** Releases a draft bill; the earlier released revisions end on its first day. */
    public UUID releaseBom(UUID id, Instant at, LocalDate today) {
        var head = jdbc.sql("""
                SELECT b.item_id, b.revision, b.status,
                       (SELECT count(*) FROM engineering.bom_line l WHERE l.bom_id = b.id) AS lines
                  FROM engineering.bom b
                 WHERE b.id = :id
                   FOR UPDATE
                """)
                .param("id", id)
                .query(Revisions::head)
                .optional()
                .orElseThrow(() -> new NotFound("bom", id));
        releasable("BOM", head);
        jdbc.sql("""
                UPDATE engineering.bom o
                   SET valid_to = coalesce(n.valid_from, :today), version = o.version + 1
                  FROM engineering.bom n
                 WHERE n.id = :id AND o.item_id = n.item_id AND o.id <> n.id AND o.status = 'RELEASED'
                   AND (o.valid_to IS NULL OR o.valid_to > coalesce(n.valid_from, :today))
                   AND (o.valid_from IS NULL OR o.valid_from < coalesce(n.valid_from, :today))
                """).param("id", id).param("today", today).update();
        jdbc.sql("""
                UPDATE engineering.bom o
                   SET status = 'OBSOLETE', version = o.version + 1
                  FROM engineering.bom n
                 WHERE n.id = :id AND o.item_id = n.item_id AND o.id <> n.id AND o.status = 'RELEASED'
                   AND (o.valid_to <= :today OR o.valid_from >= coalesce(n.valid_from, :today))
                """).param("id", id).param("today", today).update();
        jdbc.sql("""
                UPDATE engineering.bom
                   SET status = 'RELEASED', released_at = :at, released_by = :by, version = version + 1
                 WHERE id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("by", Actor.current().name())
                .param("id", id)
                .update();
        return head.itemId();
    }

    /** Releases a draft routing in place of the one released before. */
    public UUID releaseRouting(UUID id, Instant at) {
        var head = jdbc.sql("""
                SELECT r.item_id, r.revision, r.status,
                       (SELECT count(*) FROM engineering.routing_operation o WHERE o.routing_id = r.id) AS lines
                  FROM engineering.routing r
                 WHERE r.id = :id
                   FOR UPDATE
                """)
                .param("id", id)
                .query(Revisions::head)
                .optional()
                .orElseThrow(() -> new NotFound("routing", id));
        releasable("routing", head);
        jdbc.sql("""
                UPDATE engineering.routing
                   SET status = 'OBSOLETE', version = version + 1
                 WHERE item_id = :item AND status = 'RELEASED'
                """).param("item", head.itemId()).update();
        jdbc.sql("""
                UPDATE engineering.routing
                   SET status = 'RELEASED', released_at = :at, released_by = :by, version = version + 1
                 WHERE id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("by", Actor.current().name())
                .param("id", id)
                .update();
        return head.itemId();
    }

    private void releasable(String type, Head head) {
        var item = items.get(head.itemId()).code();
        if (!head.status().equals("DRAFT")) {
            throw StructureRefused.notDraft(type, item, head.revision(), RevisionStatus.valueOf(head.status()));
        }
        if (head.lines() == 0) {
            throw StructureRefused.empty(type, item, head.revision());
        }
    }

    /** Confirms a draft drawing; the earlier revisions of its number become obsolete. */
    public UUID confirmDrawing(UUID id, Instant at) {
        record Drawing(UUID itemId, String number, String revision, String status) {}
        var drawing = jdbc.sql("""
                SELECT item_id, number, revision, status FROM engineering.drawing WHERE id = :id FOR UPDATE
                """)
                .param("id", id)
                .query((row, index) -> new Drawing(
                        row.getObject("item_id", UUID.class),
                        row.getString("number"),
                        row.getString("revision"),
                        row.getString("status")))
                .optional()
                .orElseThrow(() -> new NotFound("drawing", id));
        if (!drawing.status().equals("DRAFT")) {
            throw StructureRefused.drawingNotDraft(drawing.number(), drawing.revision(), drawing.status());
        }
        jdbc.sql("""
                UPDATE engineering.drawing
                   SET status = 'OBSOLETE', version = version + 1
                 WHERE item_id = :item AND number = :number AND id <> :id AND status = 'CONFIRMED'
                """)
                .param("item", drawing.itemId())
                .param("number", drawing.number())
                .param("id", id)
                .update();
        jdbc.sql("""
                UPDATE engineering.drawing
                   SET status = 'CONFIRMED', confirmed_at = :at, confirmed_by = :name, confirmed_by_id = :by,
                       version = version + 1
                 WHERE id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("name", Actor.current().name())
                .param("by", Actor.current().user())
                .param("id", id)
                .update();
        return drawing.itemId();
    }

    /** A draft of the next revision with the same lines. */
    public UUID reviseBom(UUID id) {
        var copy = Identity.fresh();
        int written = jdbc.sql("""
                INSERT INTO engineering.bom (id, item_id, revision, base_quantity, note)
                SELECT :copy, item_id, :revision, base_quantity, note FROM engineering.bom WHERE id = :id
                """)
                .param("copy", copy)
                .param("revision", nextRevision("bom", id))
                .param("id", id)
                .update();
        if (written == 0) {
            throw new NotFound("bom", id);
        }
        jdbc.sql("""
                INSERT INTO engineering.bom_line (id, bom_id, position, component_id, quantity_per, unit, scrap_rate,
                       scrap_convention, fixed_loss, valid_from, valid_to, operation_sequence, alternate_group,
                       alternate_priority, note)
                SELECT gen_random_uuid(), :copy, position, component_id, quantity_per, unit, scrap_rate,
                       scrap_convention, fixed_loss, valid_from, valid_to, operation_sequence, alternate_group,
                       alternate_priority, note
                  FROM engineering.bom_line
                 WHERE bom_id = :id
                """).param("copy", copy).param("id", id).update();
        return copy;
    }

    /** A draft of the next revision with the same operations. */
    public UUID reviseRouting(UUID id) {
        var copy = Identity.fresh();
        int written = jdbc.sql("""
                INSERT INTO engineering.routing (id, item_id, revision, note)
                SELECT :copy, item_id, :revision, note FROM engineering.routing WHERE id = :id
                """)
                .param("copy", copy)
                .param("revision", nextRevision("routing", id))
                .param("id", id)
                .update();
        if (written == 0) {
            throw new NotFound("routing", id);
        }
        jdbc.sql("""
                INSERT INTO engineering.routing_operation (id, routing_id, sequence, name, work_centre_id, machine_id,
                       setup_minutes, run_minutes, subcontract, supplier_id, subcontract_days, inspection,
                       next_transfer_quantity, setup_family, instruction)
                SELECT gen_random_uuid(), :copy, sequence, name, work_centre_id, machine_id, setup_minutes, run_minutes,
                       subcontract, supplier_id, subcontract_days, inspection, next_transfer_quantity, setup_family,
                       instruction
                  FROM engineering.routing_operation
                 WHERE routing_id = :id
                """).param("copy", copy).param("id", id).update();
        return copy;
    }

    /** After the last revision of the same item: A → B, Z → Z1, 3 → 4. */
    private String nextRevision(String table, UUID id) {
        var last = jdbc.sql("""
                SELECT o.revision
                  FROM engineering.%1$s n
                  JOIN engineering.%1$s o ON o.item_id = n.item_id
                 WHERE n.id = :id
                 ORDER BY length(o.revision) DESC, o.revision DESC
                 LIMIT 1
                """.formatted(table))
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound(table, id));
        return next(last);
    }

    static String next(String revision) {
        if (revision.matches("[A-Y]")) {
            return String.valueOf((char) (revision.charAt(0) + 1));
        }
        var digits = revision.replaceFirst("^.*?(\\d*)$", "$1");
        var stem = revision.substring(0, revision.length() - digits.length());
        return stem + (digits.isEmpty() ? BigInteger.ONE : new BigInteger(digits).add(BigInteger.ONE));
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        return new Head(
                row.getObject("item_id", UUID.class),
                row.getString("revision"),
                row.getString("status"),
                row.getLong("lines"));
    }
}
