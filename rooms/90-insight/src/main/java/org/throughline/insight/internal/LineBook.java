package org.throughline.insight.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.throughline.insight.LineState;
import org.throughline.insight.Milestone;
import org.throughline.insight.MilestoneKind;
import org.throughline.kernel.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The derived lines in {@code insight.line} and {@code insight.milestone}. Writes only what changed. */
@Repository
class LineBook {

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    LineBook(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One line with everything its row needs. */
    record Entry(
            LineHeader header,
            LineView view,
            Map<UUID, String> names,
            @Nullable UUID stageOwner) {}

    /** Writes the entries whose content differs from what is stored; answers how many. */
    int write(Collection<Entry> entries, Instant now) {
        var stored = fingerprints(
                entries.stream().map(entry -> entry.header().line()).toList());
        var lines = new ArrayList<SqlParameterSource>();
        var milestones = new ArrayList<SqlParameterSource>();
        for (var entry : entries) {
            var fingerprint = fingerprint(entry);
            if (!fingerprint.equals(stored.get(entry.header().line()))) {
                lines.add(lineRow(entry, fingerprint, now));
                for (var milestone : entry.view().milestones()) {
                    milestones.add(milestoneRow(entry, milestone));
                }
            }
        }
        if (!lines.isEmpty()) {
            writeLines(lines);
            writeMilestones(milestones);
        }
        return lines.size();
    }

    private void writeLines(List<SqlParameterSource> rows) {
        jdbc.batchUpdate("""
                INSERT INTO insight.line (
                       id, organisation_id, order_id, order_number, position, order_class, customer_id, customer_name,
                       item_id, item_code, item_name, drawing_number, revision, quantity, unit, stage, percent, state,
                       urgency, requested, first_promise, promised, forecast, slip_days, reason_kind, reason_values,
                       reason_source_type, reason_source_id, owner_id, owner_name, sales_owner_id, received_at,
                       confirmed_at, accepted_at, fingerprint, updated_at)
                VALUES (:id, :organisation, :order, :orderNumber, :position, :orderClass, :customer, :customerName,
                       :item, :itemCode, :itemName, :drawing, :revision, :quantity, :unit, :stage, :percent, :state,
                       :urgency, :requested, :firstPromise, :promised, :forecast, :slip, :reasonKind,
                       CAST(:reasonValues AS jsonb), :reasonSourceType, :reasonSourceId, :owner, :ownerName,
                       :salesOwner, :received, :confirmed, :accepted, :fingerprint, :now)
                ON CONFLICT (id) DO UPDATE
                   SET version = line.version + 1, order_number = excluded.order_number, position = excluded.position,
                       order_class = excluded.order_class, customer_id = excluded.customer_id,
                       customer_name = excluded.customer_name, item_id = excluded.item_id,
                       item_code = excluded.item_code, item_name = excluded.item_name,
                       drawing_number = excluded.drawing_number, revision = excluded.revision,
                       quantity = excluded.quantity, unit = excluded.unit, stage = excluded.stage,
                       percent = excluded.percent, state = excluded.state, urgency = excluded.urgency,
                       requested = excluded.requested, first_promise = excluded.first_promise,
                       promised = excluded.promised, forecast = excluded.forecast, slip_days = excluded.slip_days,
                       reason_kind = excluded.reason_kind, reason_values = excluded.reason_values,
                       reason_source_type = excluded.reason_source_type,
                       reason_source_id = excluded.reason_source_id, owner_id = excluded.owner_id,
                       owner_name = excluded.owner_name, sales_owner_id = excluded.sales_owner_id,
                       received_at = excluded.received_at, confirmed_at = excluded.confirmed_at,
                       accepted_at = excluded.accepted_at, fingerprint = excluded.fingerprint,
                       updated_at = excluded.updated_at
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private void writeMilestones(List<SqlParameterSource> rows) {
        jdbc.batchUpdate("""
                INSERT INTO insight.milestone (order_line_id, organisation_id, kind, position, planned, forecast, actual,
                       owner_id, owner_name, evidence, evidence_id, lost_days, recovered, handover_minutes)
                VALUES (:line, :organisation, :kind, :position, :planned, :forecast, :actual,
                       :owner, :ownerName, :evidence, :evidenceId, :lostDays, :recovered, :handover)
                ON CONFLICT (order_line_id, position) DO UPDATE
                   SET kind = excluded.kind, planned = excluded.planned, forecast = excluded.forecast,
                       actual = excluded.actual, owner_id = excluded.owner_id, owner_name = excluded.owner_name,
                       evidence = excluded.evidence, evidence_id = excluded.evidence_id,
                       lost_days = excluded.lost_days, recovered = excluded.recovered,
                       handover_minutes = excluded.handover_minutes
                """, rows.toArray(SqlParameterSource[]::new));
    }

    /** Lines that no longer exist in the order room (an import undone) disappear here too. */
    void delete(Collection<UUID> lines) {
        if (!lines.isEmpty()) {
            jdbc.update("DELETE FROM insight.line WHERE id IN (:lines)", Map.of("lines", lines));
        }
    }

    private Map<UUID, String> fingerprints(Collection<UUID> lines) {
        var fingerprints = new HashMap<UUID, String>();
        if (!lines.isEmpty()) {
            jdbc.query(
                    "SELECT id, fingerprint FROM insight.line WHERE id IN (:lines) ORDER BY id",
                    Map.of("lines", lines),
                    row -> {
                        fingerprints.put(row.getObject("id", UUID.class), row.getString("fingerprint"));
                    });
        }
        return fingerprints;
    }

    private SqlParameterSource lineRow(Entry entry, String fingerprint, Instant now) {
        var header = entry.header();
        var view = entry.view();
        var facts = view.facts();
        var row = new MapSqlParameterSource()
                .addValue("id", header.line())
                .addValue("organisation", Actor.current().organisation())
                .addValue("order", header.order())
                .addValue("orderNumber", header.orderNumber())
                .addValue("position", header.position())
                .addValue("orderClass", header.orderClass())
                .addValue("customer", header.customer())
                .addValue("customerName", header.customerName())
                .addValue("item", header.item())
                .addValue("itemCode", header.itemCode())
                .addValue("itemName", header.itemName())
                .addValue("drawing", header.drawingNumber())
                .addValue("revision", header.revision())
                .addValue("quantity", header.quantity().amount())
                .addValue("unit", header.quantity().unit())
                .addValue("stage", view.stage().name())
                .addValue("percent", facts.percent())
                .addValue("state", view.state().name())
                .addValue("urgency", urgency(view))
                .addValue("requested", facts.requested())
                .addValue("firstPromise", header.firstPromise())
                .addValue("promised", facts.promised())
                .addValue("forecast", view.forecast())
                .addValue("slip", view.slip());
        var reason = view.reason();
        return row.addValue("reasonKind", reason == null ? null : reason.kind().name())
                .addValue("reasonValues", reason == null ? null : json.writeValueAsString(reason.values()))
                .addValue("reasonSourceType", reason == null ? null : reason.sourceType())
                .addValue("reasonSourceId", reason == null ? null : reason.sourceId())
                .addValue("owner", entry.stageOwner())
                .addValue("ownerName", name(entry, entry.stageOwner()))
                .addValue("salesOwner", header.salesOwner())
                .addValue("received", passed(view, MilestoneKind.RECEIVED))
                .addValue("confirmed", passed(view, MilestoneKind.CONFIRMED))
                .addValue("accepted", passed(view, MilestoneKind.ACCEPTED))
                .addValue("fingerprint", fingerprint)
                .addValue("now", Timestamp.from(now));
    }

    private static SqlParameterSource milestoneRow(Entry entry, Milestone milestone) {
        return new MapSqlParameterSource()
                .addValue("line", entry.header().line())
                .addValue("organisation", Actor.current().organisation())
                .addValue("kind", milestone.kind().name())
                .addValue("position", milestone.kind().position())
                .addValue("planned", timestamp(milestone.planned()))
                .addValue("forecast", timestamp(milestone.forecast()))
                .addValue("actual", timestamp(milestone.actual()))
                .addValue("owner", milestone.owner())
                .addValue("ownerName", name(entry, milestone.owner()))
                .addValue("evidence", milestone.evidence())
                .addValue("evidenceId", milestone.evidenceId())
                .addValue("lostDays", milestone.lostDays())
                .addValue("recovered", milestone.recovered())
                .addValue("handover", milestone.handoverMinutes());
    }

    /** Late lines first, by days; then risks, then the rest; what is done comes last. */
    private static int urgency(LineView view) {
        int slip = view.slip() == null ? 0 : Math.clamp(view.slip(), -400, 400);
        int band = switch (view.state()) {
            case LATE -> 0;
            case RISK -> 1;
            case NORMAL -> 2;
            case HOLD -> 3;
            case DONE, CANCELLED -> 4;
        };
        return band * 1000 - slip;
    }

    private static @Nullable Timestamp passed(LineView view, MilestoneKind kind) {
        var passed = view.facts().passed().get(kind);
        return passed == null ? null : Timestamp.from(passed.at());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable String name(Entry entry, @Nullable UUID person) {
        return person == null ? null : entry.names().get(person);
    }

    private static String fingerprint(Entry entry) {
        var view = entry.view();
        var shown = String.join(
                "|",
                entry.header().toString(),
                view.stage().toString(),
                view.state().toString(),
                String.valueOf(view.forecast()),
                String.valueOf(view.slip()),
                String.valueOf(view.reason()),
                String.valueOf(view.facts().percent()),
                String.valueOf(view.facts().promised()),
                view.facts().requested().toString(),
                String.valueOf(entry.stageOwner()),
                view.milestones().toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256.", e);
        }
    }

    /** States that are looked at again as time passes. */
    static List<String> openStates() {
        return java.util.Arrays.stream(LineState.values())
                .filter(LineState::isOpen)
                .map(Enum::name)
                .toList();
    }
}
