package org.throughline.insight.internal;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.internal.LineViews.Counts;
import org.throughline.insight.internal.LineViews.Figures;
import org.throughline.insight.internal.LineViews.ItemView;
import org.throughline.insight.internal.LineViews.LineRow;
import org.throughline.insight.internal.LineViews.MilestoneView;
import org.throughline.insight.internal.LineViews.NextView;
import org.throughline.insight.internal.LineViews.PersonView;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines for the list, the page and the benches. */
@Repository
class LineQueries {

    private static final String MATCHES = """
             WHERE (CAST(:states AS text[]) IS NULL OR state = ANY (CAST(:states AS text[])))
               AND (CAST(:stage AS text) IS NULL OR stage = :stage)
               AND (CAST(:owner AS uuid) IS NULL OR owner_id = :owner OR sales_owner_id = :owner)
               AND (CAST(:customer AS uuid) IS NULL OR customer_id = :customer)
               AND (CAST(:orderClass AS text) IS NULL OR order_class = :orderClass)
               AND (CAST(:dueFrom AS date) IS NULL OR coalesce(promised, requested) >= :dueFrom)
               AND (CAST(:dueTo AS date) IS NULL OR coalesce(promised, requested) <= :dueTo)
               AND (CAST(:search AS text) IS NULL OR search LIKE :search)
            """;

    private static final Map<String, String> ORDERS = Map.of(
            "urgency", "urgency, promised NULLS LAST, order_number, position",
            "promised", "promised NULLS LAST, order_number, position",
            "-promised", "promised DESC NULLS LAST, order_number, position",
            "forecast", "forecast NULLS LAST, order_number, position",
            "-forecast", "forecast DESC NULLS LAST, order_number, position",
            "slip", "slip_days DESC NULLS LAST, order_number, position",
            "-slip", "slip_days NULLS LAST, order_number, position",
            "number", "order_number, position",
            "-number", "order_number DESC, position",
            "customer", "customer_name, order_number, position");

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final LineTexts texts;
    private final Clock clock;

    LineQueries(NamedParameterJdbcTemplate jdbc, JsonMapper json, LineTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the list is narrowed to; null means any. {@code states} are {@link LineState} names. */
    record Wanted(
            @Nullable List<String> states,
            @Nullable String stage,
            @Nullable UUID owner,
            @Nullable UUID customer,
            @Nullable String orderClass,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String search) {

        /** Everything that is still open. */
        static Wanted open() {
            return new Wanted(LineBook.openStates(), null, null, null, null, null, null, null);
        }
    }

    List<LineRow> page(Wanted wanted, String sort, int page, int size) {
        return withMilestones(heads(wanted, sort, page, size));
    }

    /** The lines without their milestones: for sums over many. */
    List<LineRow> heads(Wanted wanted, String sort, int page, int size) {
        var order = ORDERS.getOrDefault(sort, "urgency, promised NULLS LAST, order_number, position");
        var parameters = parameters(wanted).addValue("size", size).addValue("offset", (long) page * size);
        return jdbc.query(
                "SELECT * FROM insight.line " + MATCHES + " ORDER BY " + order + " LIMIT :size OFFSET :offset",
                parameters,
                this::row);
    }

    long count(Wanted wanted) {
        var count = jdbc.queryForObject("SELECT count(*) FROM insight.line " + MATCHES, parameters(wanted), Long.class);
        return count == null ? 0 : count;
    }

    /** @throws NotFound if there is no such line or the actor may not see it */
    LineRow one(UUID line) {
        var rows = jdbc.query("SELECT * FROM insight.line WHERE id = :line", Map.of("line", line), this::row);
        if (rows.isEmpty()) {
            throw new NotFound("sales-order-line", line);
        }
        return withMilestones(rows).getFirst();
    }

    /** Lines by id, without their milestones. */
    Map<UUID, LineRow> heads(Collection<UUID> ids) {
        return jdbc
                .query(
                        "SELECT * FROM insight.line WHERE id = ANY (:ids) ORDER BY id",
                        Map.of("ids", ids.toArray(UUID[]::new)),
                        this::row)
                .stream()
                .collect(Collectors.toMap(LineRow::id, Function.identity()));
    }

    List<LineRow> ofOrder(UUID order) {
        var rows = jdbc.query(
                "SELECT * FROM insight.line WHERE order_id = :order ORDER BY position",
                Map.of("order", order),
                this::row);
        return withMilestones(rows);
    }

    Counts counts() {
        var week = endOfWeek(LocalDate.now(clock));
        return one(
                """
                SELECT count(*) AS open,
                       count(*) FILTER (WHERE owner_id = :me OR sales_owner_id = :me) AS mine,
                       count(*) FILTER (WHERE state = 'RISK') AS risk,
                       count(*) FILTER (WHERE state = 'LATE') AS late,
                       count(*) FILTER (WHERE promised <= :week) AS due
                  FROM insight.line
                 WHERE state NOT IN ('DONE', 'CANCELLED')
                """,
                new MapSqlParameterSource("me", Actor.current().user()).addValue("week", week),
                (row, index) -> new Counts(
                        row.getLong("open"),
                        row.getLong("mine"),
                        row.getLong("risk"),
                        row.getLong("late"),
                        row.getLong("due")));
    }

    /** On-time delivery against the first promise: lines due in the period, open overdue ones included. */
    Figures figures(long waitingForMe, long waitingTooLong) {
        var today = LocalDate.now(clock);
        var counts = counts();
        var month = today.withDayOfMonth(1);
        var parameters = new MapSqlParameterSource("today", today)
                .addValue("month", month)
                .addValue("lastMonth", month.minusMonths(1))
                .addValue("zone", clock.getZone().getId());
        return one(
                """
                SELECT count(*) FILTER (WHERE first_promise >= :month AND first_promise <= :today) AS due,
                       count(*) FILTER (WHERE first_promise >= :month AND first_promise <= :today
                                          AND (accepted_at AT TIME ZONE :zone)::date <= first_promise) AS on_time,
                       count(*) FILTER (WHERE first_promise >= :lastMonth AND first_promise < :month) AS last_due,
                       count(*) FILTER (WHERE first_promise >= :lastMonth AND first_promise < :month
                                          AND (accepted_at AT TIME ZONE :zone)::date <= first_promise) AS last_on_time
                  FROM insight.line
                 WHERE state <> 'CANCELLED'
                   AND first_promise >= :lastMonth
                   AND first_promise <= :today
                """,
                parameters,
                (row, index) -> new Figures(
                        row.getLong("on_time"),
                        row.getLong("due"),
                        row.getLong("last_on_time"),
                        row.getLong("last_due"),
                        counts.all(),
                        counts.dueThisWeek(),
                        counts.risk() + counts.late(),
                        counts.late(),
                        waitingForMe,
                        waitingTooLong));
    }

    static LocalDate endOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private <T> T one(String sql, MapSqlParameterSource parameters, org.springframework.jdbc.core.RowMapper<T> mapper) {
        return jdbc.query(sql, parameters, mapper).getFirst();
    }

    private static MapSqlParameterSource parameters(Wanted wanted) {
        var search = wanted.search();
        return new MapSqlParameterSource()
                .addValue(
                        "states",
                        wanted.states() == null ? null : wanted.states().toArray(String[]::new))
                .addValue("stage", wanted.stage())
                .addValue("owner", wanted.owner())
                .addValue("customer", wanted.customer())
                .addValue("orderClass", wanted.orderClass())
                .addValue("dueFrom", wanted.dueFrom())
                .addValue("dueTo", wanted.dueTo())
                .addValue("search", search == null || search.isBlank() ? null : "%" + escaped(search) + "%");
    }

    private static String escaped(String search) {
        return search.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    /** The same lines with their milestones. */
    List<LineRow> withMilestones(List<LineRow> rows) {
        var milestones = milestonesOf(rows.stream().map(LineRow::id).toList());
        var complete = new ArrayList<LineRow>();
        for (var row : rows) {
            var stored = milestones.getOrDefault(row.id(), List.of());
            complete.add(new LineRow(
                    row.id(),
                    row.orderId(),
                    row.orderNumber(),
                    row.position(),
                    row.orderClass(),
                    row.customer(),
                    row.item(),
                    row.quantity(),
                    row.unit(),
                    row.state(),
                    row.stage(),
                    row.percent(),
                    row.requested(),
                    row.firstPromise(),
                    row.promised(),
                    row.forecast(),
                    row.slipDays(),
                    row.reason(),
                    row.owner(),
                    row.next(),
                    row.updatedAt(),
                    stored.stream().map(milestone -> shown(milestone, row)).toList()));
        }
        return complete;
    }

    private record StoredMilestone(UUID line, MilestoneView view) {}

    private Map<UUID, List<StoredMilestone>> milestonesOf(Collection<UUID> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        return jdbc.query("""
                        SELECT * FROM insight.milestone WHERE order_line_id IN (:lines) ORDER BY order_line_id, position
                        """, Map.of("lines", lines), this::milestone).stream()
                .collect(groupingBy(StoredMilestone::line));
    }

    private StoredMilestone milestone(ResultSet row, int index) throws SQLException {
        var kind = MilestoneKind.valueOf(row.getString("kind"));
        var actual = instant(row, "actual");
        var view = new MilestoneView(
                kind,
                texts.text("milestone." + kind),
                actual == null ? "FUTURE" : "DONE",
                instant(row, "planned"),
                actual == null ? instant(row, "forecast") : actual,
                row.getInt("lost_days"),
                row.getBoolean("recovered"),
                null,
                person(row.getObject("owner_id", UUID.class), row.getString("owner_name")),
                row.getObject("handover_minutes", Integer.class),
                row.getString("evidence"),
                row.getObject("evidence_id", UUID.class));
        return new StoredMilestone(row.getObject("order_line_id", UUID.class), view);
    }

    private static MilestoneView shown(StoredMilestone stored, LineRow line) {
        var view = stored.view();
        boolean current = view.kind() == line.stage() && line.state().isOpen();
        boolean passed = view.state().equals("DONE");
        boolean behind = !passed && view.kind().compareTo(line.stage()) < 0;
        return new MilestoneView(
                view.kind(),
                view.label(),
                current ? "CURRENT" : passed || (behind && view.at() == null) ? "DONE" : behind ? "OPEN" : "FUTURE",
                view.planned(),
                view.at(),
                view.lostDays(),
                view.recovered(),
                view.kind() == MilestoneKind.PRODUCTION && current ? line.percent() : null,
                view.owner(),
                view.handoverMinutes(),
                view.evidence(),
                view.evidenceId());
    }

    private LineRow row(ResultSet row, int index) throws SQLException {
        var line = row.getObject("id", UUID.class);
        var state = LineState.valueOf(row.getString("state"));
        var stage = MilestoneKind.valueOf(row.getString("stage"));
        var owner = person(row.getObject("owner_id", UUID.class), row.getString("owner_name"));
        var reasonKind = row.getString("reason_kind");
        return new LineRow(
                line,
                row.getObject("order_id", UUID.class),
                row.getString("order_number"),
                row.getInt("position"),
                row.getString("order_class"),
                new PersonView(row.getObject("customer_id", UUID.class), row.getString("customer_name")),
                new ItemView(
                        row.getObject("item_id", UUID.class),
                        row.getString("item_code"),
                        row.getString("item_name"),
                        row.getString("drawing_number"),
                        row.getString("revision")),
                row.getBigDecimal("quantity").stripTrailingZeros(),
                row.getString("unit"),
                state,
                stage,
                row.getInt("percent"),
                row.getObject("requested", LocalDate.class),
                row.getObject("first_promise", LocalDate.class),
                row.getObject("promised", LocalDate.class),
                row.getObject("forecast", LocalDate.class),
                row.getObject("slip_days", Integer.class),
                reasonKind == null ? null : reason(reasonKind, row.getString("reason_values")),
                owner,
                next(line, state, stage, reasonKind, owner),
                row.getTimestamp("updated_at").toInstant(),
                List.of());
    }

    String reason(String kind, String values) {
        return texts.text("reason." + kind, json.readValue(values, new TypeReference<Map<String, String>>() {}));
    }

    NextView next(
            UUID line, LineState state, MilestoneKind stage, @Nullable String reasonKind, @Nullable PersonView owner) {
        boolean mine = owner != null && owner.id().equals(Actor.current().user());
        var step = state == LineState.HOLD ? "HOLD" : stage.name();
        var label = reasonKind == null ? texts.text("step." + step) : texts.text("action." + reasonKind);
        var link = reasonKind == null ? LineLinks.ofStage(line, stage) : LineLinks.ofTrouble(line, reasonKind);
        return new NextView(label, link, state.isOpen() && (mine || reasonKind != null));
    }

    private static @Nullable PersonView person(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new PersonView(id, name == null ? "" : name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
