package org.throughline.insight.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.throughline.database.Columns;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.insight.internal.LineViews.ActionView;
import org.throughline.insight.internal.LineViews.PersonView;
import org.throughline.kernel.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/exceptions}: what stands in the way of the lines, the most urgent first. */
@RestController
@RequestMapping("/api/exceptions")
class ExceptionController {

    private static final int LARGEST_PAGE = 200;
    private static final String UNKNOWN_ARRIVAL = "@arrival.unknown";

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final LineTexts texts;

    ExceptionController(NamedParameterJdbcTemplate jdbc, JsonMapper json, LineTexts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
    }

    /**
     * One cause with the lines it endangers; what is said of a line is said of the most urgent one.
     *
     * @param days  calendar days it costs the line that it costs most
     * @param lines all lines it endangers, the most urgent first
     */
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
            @Nullable LocalDate promised,
            @Nullable LocalDate forecast,
            @Nullable Integer slipDays,
            List<EndangeredLine> lines) {}

    /** A line that a cause endangers, and the calendar days it costs it. */
    record EndangeredLine(UUID lineId, String orderNumber, int position, String customer, String item, int days) {}

    /** How many causes of a kind there are, and how many times they endanger a line. */
    record KindCount(Trouble.Kind kind, long count, long lines) {}

    record ExceptionPage(List<ExceptionRow> items, long total, List<KindCount> counts) {}

    /**
     * Open exceptions, one row for a cause however many lines it endangers: the same missing item, the same approval.
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
                SELECT exception.kind, count(DISTINCT (exception.source_type, exception.source_id)) AS causes,
                       count(*) AS lines
                  FROM insight.exception
                  JOIN insight.line ON line.id = exception.order_line_id
                 WHERE closed_at IS NULL
                   AND (CAST(:owner AS uuid) IS NULL OR exception.owner_id = :owner)
                 GROUP BY exception.kind
                 ORDER BY causes DESC, exception.kind
                """,
                parameters,
                (row, index) -> new KindCount(
                        Trouble.Kind.valueOf(row.getString("kind")), row.getLong("causes"), row.getLong("lines")));
    }

    /** One exception of one line, as stored. */
    private record Stored(
            UUID id,
            Trouble.Kind kind,
            UUID sourceId,
            Map<String, String> values,
            @Nullable PersonView owner,
            @Nullable Instant due,
            Instant raisedAt,
            EndangeredLine line,
            MilestoneKind station,
            LineState state,
            @Nullable LocalDate promised,
            @Nullable LocalDate forecast,
            @Nullable Integer slipDays) {}

    private List<ExceptionRow> rows(MapSqlParameterSource parameters) {
        var causes = new LinkedHashMap<List<Object>, List<Stored>>();
        jdbc.query("""
                WITH open AS (
                     SELECT exception.*, line.urgency, line.order_number, line.position, line.customer_name,
                            line.item_name, line.state, line.promised, line.forecast, line.slip_days
                       FROM insight.exception
                       JOIN insight.line ON line.id = exception.order_line_id
                      WHERE closed_at IS NULL
                        AND (CAST(:kind AS text) IS NULL OR exception.kind = :kind)
                        AND (CAST(:owner AS uuid) IS NULL OR exception.owner_id = :owner)),
                     cause AS (
                     SELECT kind, source_type, source_id,
                            row_number() OVER (ORDER BY min(urgency), max(days) DESC, min(raised_at), source_id) AS rank
                       FROM open
                      GROUP BY kind, source_type, source_id
                      ORDER BY rank
                      LIMIT :size OFFSET :offset)
                SELECT open.*
                  FROM cause
                  JOIN open USING (kind, source_type, source_id)
                 ORDER BY cause.rank, open.urgency, open.days DESC, open.raised_at, open.id
                """, parameters, row -> {
            var one = stored(row);
            causes.computeIfAbsent(List.of(one.kind(), one.sourceId()), cause -> new ArrayList<>())
                    .add(one);
        });
        return causes.values().stream().map(this::row).toList();
    }

    private Stored stored(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_id", UUID.class);
        var ownerName = row.getString("owner_name");
        return new Stored(
                row.getObject("id", UUID.class),
                Trouble.Kind.valueOf(row.getString("kind")),
                row.getObject("source_id", UUID.class),
                json.readValue(row.getString("reason_values"), new TypeReference<Map<String, String>>() {}),
                owner == null ? null : new PersonView(owner, ownerName == null ? "" : ownerName),
                Columns.instant(row, "due"),
                Columns.instantOf(row, "raised_at"),
                new EndangeredLine(
                        row.getObject("order_line_id", UUID.class),
                        row.getString("order_number"),
                        row.getInt("position"),
                        row.getString("customer_name"),
                        row.getString("item_name"),
                        row.getInt("days")),
                MilestoneKind.valueOf(row.getString("station")),
                LineState.valueOf(row.getString("state")),
                row.getObject("promised", LocalDate.class),
                row.getObject("forecast", LocalDate.class),
                row.getObject("slip_days", Integer.class));
    }

    private ExceptionRow row(List<Stored> cause) {
        var first = cause.getFirst();
        var line = first.line();
        var lines = cause.stream().map(Stored::line).toList();
        return new ExceptionRow(
                first.id(),
                first.kind(),
                texts.text("reason." + first.kind(), together(cause)),
                lines.stream().mapToInt(EndangeredLine::days).max().orElse(0),
                first.owner(),
                first.due(),
                first.raisedAt(),
                new ActionView(
                        texts.text("action." + first.kind()),
                        LineLinks.ofTrouble(line.lineId(), first.kind().name())),
                line.lineId(),
                line.orderNumber(),
                line.position(),
                line.customer(),
                line.item(),
                first.station(),
                first.state(),
                first.promised(),
                first.forecast(),
                first.slipDays(),
                lines);
    }

    /** The values of the sentence: of a missing item, what all lines lack together and when the last of them has it. */
    private static Map<String, String> together(List<Stored> cause) {
        var values = new HashMap<>(cause.getFirst().values());
        if (cause.getFirst().kind() == Trouble.Kind.SHORTAGE) {
            var lacking = cause.stream()
                    .map(one -> new BigDecimal(one.values().getOrDefault("quantity", "0")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            values.put("quantity", lacking.stripTrailingZeros().toPlainString());
            cause.stream()
                    .map(one -> one.values().getOrDefault("arrival", UNKNOWN_ARRIVAL))
                    .max(Comparator.comparing((String arrival) -> arrival.startsWith("@"))
                            .thenComparing(Comparator.naturalOrder()))
                    .ifPresent(arrival -> values.put("arrival", arrival));
        }
        return values;
    }
}
