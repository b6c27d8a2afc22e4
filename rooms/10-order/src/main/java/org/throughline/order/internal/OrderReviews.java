package org.throughline.order.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Actor;
import org.throughline.order.Department;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderReview;
import org.throughline.order.ReviewAnswer;
import org.throughline.order.ReviewNeed;
import org.throughline.order.ReviewReply;

/** Every department's answers, in tables {@code sales.order_review} and {@code sales.review_policy}. */
@Repository
public class OrderReviews {

    private static final String SELECT = """
            SELECT r.id, r.line_id, r.department, r.answer, r.possible_date, r.effort_hours, r.extra_cost, r.remark,
                   r.computed_earliest, r.skipped, r.requested_at, r.answered_by, r.answered_by_name, r.answered_at
              FROM sales.order_review r
              JOIN sales.sales_order_line l ON l.id = r.line_id
              JOIN sales.sales_order o ON o.id = l.order_id AND o.review_round = r.round
            """;

    private final JdbcClient jdbc;

    OrderReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which departments an order of this class needs; those without a row always. */
    public Map<Department, ReviewNeed> needs(OrderClass orderClass) {
        var needs = new EnumMap<Department, ReviewNeed>(Department.class);
        for (var department : Department.values()) {
            needs.put(department, ReviewNeed.ALWAYS);
        }
        jdbc.sql("""
                SELECT department, need FROM sales.review_policy WHERE order_class = :class ORDER BY department
                """).param("class", orderClass.name()).query(row -> {
            needs.put(Department.valueOf(row.getString("department")), ReviewNeed.valueOf(row.getString("need")));
        });
        return needs;
    }

    /** Asks a department about a line. */
    public void ask(
            UUID id,
            UUID lineId,
            int round,
            Department department,
            boolean skipped,
            @Nullable LocalDate earliest,
            String reason,
            Instant at) {
        jdbc.sql("""
                INSERT INTO sales.order_review (id, line_id, round, department, skipped, computed_earliest,
                       computed_reason, requested_at)
                VALUES (:id, :line, :round, :department, :skipped, :earliest, CAST(:reason AS jsonb), :at)
                """)
                .param("id", id)
                .param("line", lineId)
                .param("round", round)
                .param("department", department.name())
                .param("skipped", skipped)
                .param("earliest", earliest == null ? null : Date.valueOf(earliest))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** This round's page of a department. */
    public Optional<OrderReview> find(UUID lineId, Department department) {
        return jdbc.sql(SELECT + "WHERE r.line_id = :line AND r.department = :department")
                .param("line", lineId)
                .param("department", department.name())
                .query(OrderReviews::map)
                .optional();
    }

    /** This round's pages of an order, by line and department. */
    public List<OrderReview> ofOrder(UUID orderId) {
        return jdbc.sql(SELECT + """
                WHERE l.order_id = :order AND l.status <> 'CANCELLED'
                ORDER BY l.position, array_position(ARRAY ['SALES', 'ENGINEERING', 'PRODUCTION'], r.department)
                """)
                .param("order", orderId)
                .query(OrderReviews::map)
                .list();
    }

    List<OrderReview> ofLines(Collection<UUID> lineIds) {
        return jdbc.sql(SELECT + """
                WHERE r.line_id = ANY (:lines)
                ORDER BY o.number, l.position,
                         array_position(ARRAY ['SALES', 'ENGINEERING', 'PRODUCTION'], r.department)
                """)
                .param("lines", lineIds.toArray(UUID[]::new))
                .query(OrderReviews::map)
                .list();
    }

    /** Writes an answer, over an earlier one of the same round. */
    public void answer(UUID reviewId, ReviewReply reply, Instant at) {
        var actor = Actor.current();
        var possible = reply.possibleDate();
        jdbc.sql("""
                UPDATE sales.order_review
                   SET answer = :answer, possible_date = :possible, effort_hours = :effort, extra_cost = :cost,
                       remark = :remark, answered_by = :by, answered_by_name = :name, answered_at = :at,
                       version = version + 1
                 WHERE id = :id
                """)
                .param("answer", reply.answer().name())
                .param("possible", possible == null ? null : Date.valueOf(possible))
                .param("effort", reply.effortHours())
                .param("cost", reply.extraCost())
                .param("remark", reply.remark())
                .param("by", actor.user())
                .param("name", actor.name())
                .param("at", Timestamp.from(at))
                .param("id", reviewId)
                .update();
    }

    private static OrderReview map(ResultSet row, int index) throws SQLException {
        var answer = row.getString("answer");
        return new OrderReview(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                Department.valueOf(row.getString("department")),
                answer == null ? null : ReviewAnswer.valueOf(answer),
                row.getObject("possible_date", LocalDate.class),
                row.getBigDecimal("effort_hours"),
                row.getBigDecimal("extra_cost"),
                row.getString("remark"),
                row.getObject("computed_earliest", LocalDate.class),
                row.getBoolean("skipped"),
                row.getTimestamp("requested_at").toInstant(),
                row.getObject("answered_by", UUID.class),
                row.getString("answered_by_name"),
                OrderHeads.instant(row, "answered_at"));
    }
}
