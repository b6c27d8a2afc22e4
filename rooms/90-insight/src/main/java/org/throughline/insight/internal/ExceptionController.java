package org.throughline.insight.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.insight.internal.LineViews.ActionView;
import org.throughline.insight.internal.LineViews.PersonView;
import org.throughline.kernel.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/exceptions}: what stands in the way of any line, costliest first. */
@RestController
@RequestMapping("/api/exceptions")
class ExceptionController {

    private static final int LARGEST_PAGE = 200;

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final LineTexts texts;

    ExceptionController(NamedParameterJdbcTemplate jdbc, JsonMapper json, LineTexts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
    }

    /** One exception with the line it endangers. */
    record ExceptionRow(
            UUID id,
            Trouble.Kind kind,
            String title,
            int days,
            @Nullable PersonView owner,
            @Nullable Instant due,
            Instant raisedAt,
            ActionView action,
            UUID lineId,
            String orderNumber,
            int position,
            String customer,
            String item,
            MilestoneKind station,
            LineState state,
            @Nullable Integer slipDays) {}

    record KindCount(Trouble.Kind kind, long count) {}

    record ExceptionPage(List<ExceptionRow> items, long total, List<KindCount> counts) {}

    /**
     * Open exceptions.
     *
     * @param kind only of this kind
     * @param mine only those I own
     */
    @GetMapping
    ExceptionPage list(
            @RequestParam(required = false) Trouble.@Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var parameters = new MapSqlParameterSource("kind", kind == null ? null : kind.name())
                .addValue("owner", mine ? Actor.current().user() : null)
                .addValue("size", Math.clamp(size, 1, LARGEST_PAGE))
                .addValue("offset", Math.max(0, page) * (long) Math.clamp(size, 1, LARGEST_PAGE));
        var counts = counts(parameters);
        long total = counts.stream()
                .filter(count -> kind == null || count.kind() == kind)
                .mapToLong(KindCount::count)
                .sum();
        return new ExceptionPage(rows(parameters), total, counts);
    }

    private List<KindCount> counts(MapSqlParameterSource parameters) {
        return jdbc.query(
                """
                SELECT exception.kind, count(*) AS exceptions
                  FROM insight.exception
                  JOIN insight.line ON line.id = exception.order_line_id
                 WHERE closed_at IS NULL
                   AND (CAST(:owner AS uuid) IS NULL OR exception.owner_id = :owner)
                 GROUP BY exception.kind
                 ORDER BY exceptions DESC, exception.kind
                """,
                parameters,
                (row, index) -> new KindCount(Trouble.Kind.valueOf(row.getString("kind")), row.getLong("exceptions")));
    }

    private List<ExceptionRow> rows(MapSqlParameterSource parameters) {
        return jdbc.query("""
                SELECT exception.id, exception.kind, exception.days, exception.reason_values, exception.owner_id,
                       exception.owner_name, exception.due, exception.raised_at, exception.station,
                       line.id AS line_id, line.order_number, line.position, line.customer_name, line.item_name,
                       line.state, line.slip_days
                  FROM insight.exception
                  JOIN insight.line ON line.id = exception.order_line_id
                 WHERE closed_at IS NULL
                   AND (CAST(:kind AS text) IS NULL OR exception.kind = :kind)
                   AND (CAST(:owner AS uuid) IS NULL OR exception.owner_id = :owner)
                 ORDER BY line.urgency, exception.days DESC, exception.raised_at, exception.id
                 LIMIT :size OFFSET :offset
                """, parameters, (row, index) -> {
            var kind = Trouble.Kind.valueOf(row.getString("kind"));
            var values = json.readValue(row.getString("reason_values"), new TypeReference<Map<String, String>>() {});
            var owner = row.getObject("owner_id", UUID.class);
            var ownerName = row.getString("owner_name");
            var due = row.getTimestamp("due");
            var line = row.getObject("line_id", UUID.class);
            return new ExceptionRow(
                    row.getObject("id", UUID.class),
                    kind,
                    texts.text("reason." + kind, values),
                    row.getInt("days"),
                    owner == null ? null : new PersonView(owner, ownerName == null ? "" : ownerName),
                    due == null ? null : due.toInstant(),
                    row.getTimestamp("raised_at").toInstant(),
                    new ActionView(texts.text("action." + kind), LineLinks.ofTrouble(line, kind.name())),
                    line,
                    row.getString("order_number"),
                    row.getInt("position"),
                    row.getString("customer_name"),
                    row.getString("item_name"),
                    MilestoneKind.valueOf(row.getString("station")),
                    LineState.valueOf(row.getString("state")),
                    row.getObject("slip_days", Integer.class));
        });
    }
}
