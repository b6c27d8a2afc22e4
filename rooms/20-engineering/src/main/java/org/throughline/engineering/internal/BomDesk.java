package org.throughline.engineering.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engineering.BomDraft;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.Saved;
import org.throughline.engineering.ScrapConvention;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

/** Writes whole bills; only what differs is touched. */
@Repository
public class BomDesk {

    private final JdbcClient jdbc;
    private final Clock clock;

    BomDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Head(
            UUID id,
            RevisionStatus status,
            BigDecimal baseQuantity,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private record Kept(UUID id, BomDraft.Line line) {}

    /** Makes the item's bill of this revision what the draft says. */
    public Saved save(BomDraft draft) {
        var known = head(draft);
        if (known.isEmpty()) {
            var id = insert(draft);
            draft.lines().forEach(line -> insert(id, line));
            return Saved.INSERTED;
        }
        var head = known.get();
        boolean changed = update(head, draft);
        var kept = lines(head.id());
        var wanted = new HashSet<String>();
        for (var line : draft.lines()) {
            wanted.add(key(line));
            var before = kept.get(key(line));
            if (before == null) {
                insert(head.id(), line);
                changed = true;
            } else if (!before.line().equals(normal(line))) {
                update(before.id(), line);
                changed = true;
            }
        }
        for (var before : kept.entrySet()) {
            if (!wanted.contains(before.getKey())) {
                delete(before.getValue().id());
                changed = true;
            }
        }
        return changed ? Saved.UPDATED : Saved.UNCHANGED;
    }

    private static String key(BomDraft.Line line) {
        return line.externalKey() == null ? "#" + line.position() : line.externalKey();
    }

    /** With numbers at the scale the database keeps, so that equal lines are equal. */
    private static BomDraft.Line normal(BomDraft.Line line) {
        return new BomDraft.Line(
                line.position(),
                line.componentId(),
                line.quantityPer(),
                line.scrapRate().setScale(Quantity.SCALE),
                line.scrapConvention(),
                line.fixedLoss().setScale(Quantity.SCALE),
                line.validFrom(),
                line.validTo(),
                line.operationSequence(),
                line.alternateGroup(),
                line.alternatePriority(),
                line.externalKey());
    }

    private Optional<Head> head(BomDraft draft) {
        return jdbc.sql("""
                SELECT id, status, base_quantity, valid_from, valid_to
                  FROM engineering.bom
                 WHERE item_id = :item AND revision = :revision
                   FOR UPDATE
                """)
                .param("item", draft.itemId())
                .param("revision", draft.revision())
                .query((row, index) -> new Head(
                        row.getObject("id", UUID.class),
                        RevisionStatus.valueOf(row.getString("status")),
                        row.getBigDecimal("base_quantity"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .optional();
    }

    private UUID insert(BomDraft draft) {
        var id = Identity.fresh();
        boolean released = draft.status() == RevisionStatus.RELEASED;
        jdbc.sql("""
                INSERT INTO engineering.bom (id, item_id, revision, status, base_quantity, valid_from, valid_to,
                       released_at, released_by)
                VALUES (:id, :item, :revision, :status, :base, :from, :to, :at, :by)
                """)
                .param("id", id)
                .param("item", draft.itemId())
                .param("revision", draft.revision())
                .param("status", draft.status().name())
                .param("base", draft.baseQuantity())
                .param("from", day(draft.validFrom()))
                .param("to", day(draft.validTo()))
                .param("at", released ? Timestamp.from(clock.instant()) : null)
                .param("by", released ? Actor.current().name() : null)
                .update();
        return id;
    }

    private boolean update(Head head, BomDraft draft) {
        if (head.status() == draft.status()
                && head.baseQuantity().compareTo(draft.baseQuantity()) == 0
                && Objects.equals(head.validFrom(), draft.validFrom())
                && Objects.equals(head.validTo(), draft.validTo())) {
            return false;
        }
        boolean releases = draft.status() == RevisionStatus.RELEASED && head.status() != RevisionStatus.RELEASED;
        jdbc.sql("""
                UPDATE engineering.bom
                   SET status = :status, base_quantity = :base, valid_from = :from, valid_to = :to,
                       released_at = CASE WHEN :releases THEN :at ELSE released_at END,
                       released_by = CASE WHEN :releases THEN :by ELSE released_by END, version = version + 1
                 WHERE id = :id
                """)
                .param("status", draft.status().name())
                .param("base", draft.baseQuantity())
                .param("from", day(draft.validFrom()))
                .param("to", day(draft.validTo()))
                .param("releases", releases)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", Actor.current().name())
                .param("id", head.id())
                .update();
        return true;
    }

    private Map<String, Kept> lines(UUID bomId) {
        List<Kept> all = jdbc.sql("""
                SELECT id, position, component_id, quantity_per, unit, scrap_rate, scrap_convention, fixed_loss,
                       valid_from, valid_to, operation_sequence, alternate_group, alternate_priority, external_key
                  FROM engineering.bom_line
                 WHERE bom_id = :bom
                 ORDER BY position, id
                """).param("bom", bomId).query(BomDesk::kept).list();
        var byKey = new LinkedHashMap<String, Kept>();
        all.forEach(kept -> byKey.put(key(kept.line()), kept));
        return byKey;
    }

    private void insert(UUID bomId, BomDraft.Line line) {
        jdbc.sql("""
                INSERT INTO engineering.bom_line (id, bom_id, position, component_id, quantity_per, unit, scrap_rate,
                       scrap_convention, fixed_loss, valid_from, valid_to, operation_sequence, alternate_group,
                       alternate_priority, external_key)
                VALUES (:id, :bom, :position, :component, :quantity, :unit, :scrap, :convention, :loss, :from, :to,
                        :sequence, :group, :priority, :key)
                """)
                .params(values(line))
                .param("id", Identity.fresh())
                .param("bom", bomId)
                .update();
    }

    private void update(UUID id, BomDraft.Line line) {
        jdbc.sql("""
                UPDATE engineering.bom_line
                   SET position = :position, component_id = :component, quantity_per = :quantity, unit = :unit,
                       scrap_rate = :scrap, scrap_convention = :convention, fixed_loss = :loss, valid_from = :from,
                       valid_to = :to, operation_sequence = :sequence, alternate_group = :group,
                       alternate_priority = :priority, external_key = :key, version = version + 1
                 WHERE id = :id
                """).params(values(line)).param("id", id).update();
    }

    private static Map<String, @Nullable Object> values(BomDraft.Line line) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("position", line.position());
        values.put("component", line.componentId());
        values.put("quantity", line.quantityPer().amount());
        values.put("unit", line.quantityPer().unit());
        values.put("scrap", line.scrapRate());
        values.put("convention", line.scrapConvention().name());
        values.put("loss", line.fixedLoss());
        values.put("from", day(line.validFrom()));
        values.put("to", day(line.validTo()));
        values.put("sequence", line.operationSequence());
        values.put("group", line.alternateGroup());
        values.put("priority", line.alternatePriority());
        values.put("key", line.externalKey());
        return values;
    }

    private void delete(UUID lineId) {
        jdbc.sql("DELETE FROM engineering.bom_line WHERE id = :id")
                .param("id", lineId)
                .update();
    }

    private static @Nullable Date day(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new BomDraft.Line(
                        row.getInt("position"),
                        row.getObject("component_id", UUID.class),
                        new Quantity(row.getBigDecimal("quantity_per"), row.getString("unit")),
                        row.getBigDecimal("scrap_rate"),
                        ScrapConvention.valueOf(row.getString("scrap_convention")),
                        row.getBigDecimal("fixed_loss"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getObject("operation_sequence", Integer.class),
                        row.getString("alternate_group"),
                        row.getInt("alternate_priority"),
                        row.getString("external_key")));
    }
}
