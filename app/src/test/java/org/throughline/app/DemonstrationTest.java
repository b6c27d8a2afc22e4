package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.TestDatabase;
import org.throughline.demo.DemonstrationFactory;
import org.throughline.kernel.Actor;
import org.throughline.stock.StockCheck;

/** A small demonstration factory, replayed through the use cases: it looks like a factory, and goes away again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final DatabaseAddress address = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(address.dataSource());
    private final ConfigurableApplicationContext house = demonstration(address);

    private static ConfigurableApplicationContext demonstration(DatabaseAddress address) {
        return CommandLine.application(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--throughline.demonstration=SMALL",
                        "--throughline.data=target/demonstration",
                        "--THROUGHLINE_DB=postgresql://%s:%s@%s:%d/%s"
                                .formatted(
                                        address.user(),
                                        address.password(),
                                        address.host(),
                                        address.port(),
                                        address.database()));
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void lines_stand_at_every_station_from_the_inquiry_to_the_delivery() {
        assertThat(count("SELECT stage AS name, count(*) FROM insight.line GROUP BY stage ORDER BY stage"))
                .containsKeys("RECEIVED", "MATERIAL", "PRODUCTION", "PAID");
        assertThat(number("SELECT count(DISTINCT stage) FROM insight.line"))
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(7));
    }

    @Test
    void most_lines_are_well_and_few_are_late() {
        var states = count("SELECT state AS name, count(*) FROM insight.line GROUP BY state ORDER BY state");
        long live = states.values().stream().mapToLong(Long::longValue).sum() - states.getOrDefault("DONE", 0L);
        assertThat(live).isGreaterThan(25);
        assertThat(states.getOrDefault("NORMAL", 0L)).isGreaterThan(live * 6 / 10);
        assertThat(states.getOrDefault("LATE", 0L)).isLessThan(live * 2 / 10);
    }

    @Test
    void past_deliveries_were_mostly_on_time() {
        var share = number("""
                SELECT 100.0 * count(*) FILTER (WHERE (accepted_at AT TIME ZONE 'Asia/Shanghai')::date <= first_promise)
                       / count(*)
                  FROM insight.line
                 WHERE state = 'DONE'
                """);
        assertThat(share).isGreaterThan(BigDecimal.valueOf(75));
    }

    @Test
    void schedules_were_published_so_that_what_was_planned_can_be_held_against_what_was_done() {
        assertThat(number("SELECT count(*) FROM scheduling.schedule WHERE status = 'SUPERSEDED'"))
                .isGreaterThan(BigDecimal.valueOf(4));
        assertThat(number("SELECT count(*) FROM scheduling.schedule WHERE status = 'PUBLISHED'"))
                .isEqualByComparingTo("1");
    }

    @Test
    void nothing_was_begun_long_ago_and_forgotten() {
        assertThat(number("""
                SELECT count(*)
                  FROM shopfloor.work_order_operation
                 WHERE status IN ('RUNNING', 'PAUSED') AND started_at < now() - interval '21 days'
                """)).isEqualByComparingTo("0");
    }

    @Test
    void the_stock_is_what_the_movements_say() throws Exception {
        assertThat(Actor.system().call(() -> house.getBean(StockCheck.class).differences()))
                .isEmpty();
    }

    @Test
    void it_is_here_and_says_so() throws Exception {
        assertThat(Actor.system()
                        .call(() -> house.getBean(DemonstrationFactory.class).exists()))
                .isTrue();
    }

    @Test
    void no_line_stands_at_shipping_for_weeks() {
        assertThat(number("""
                SELECT count(*)
                  FROM insight.line
                 WHERE stage IN ('PACKED', 'SHIPPED', 'ACCEPTED') AND state <> 'HOLD' AND promised < current_date - 30
                """)).isEqualByComparingTo("0");
    }

    @Test
    void nothing_happened_later_than_now() {
        assertThat(number("SELECT count(*) FROM platform.audit_entry WHERE at > clock_timestamp()"))
                .isEqualByComparingTo("0");
    }

    @Test
    void the_same_seed_and_day_give_the_same_factory_and_removal_leaves_an_empty_one() throws Exception {
        var other = TestDatabase.fresh();
        try (var twin = demonstration(other)) {
            var twins = JdbcClient.create(other.dataSource());
            for (var fact : FACTS) {
                assertThat(print(twins, fact)).as(fact).isEqualTo(print(jdbc, fact));
            }
            var factory = twin.getBean(DemonstrationFactory.class);
            var account = Actor.system().call(factory::remove);

            assertThat(account.username()).isEqualTo("admin");
            assertThat(Actor.system().call(factory::exists)).isFalse();
            assertThat(Actor.system().call(factory::houseIsEmpty)).isTrue();
            for (var table : FILLED) {
                assertThat(twins.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    /** What was entered before today, without identities: today goes on while the second one is built. */
    private static final List<String> FACTS = List.of("""
            SELECT o.number, p.code, i.code, l.quantity, l.requested_date, l.first_promise
              FROM sales.sales_order_line l
              JOIN sales.sales_order o ON o.id = l.order_id
              JOIN factory.partner p ON p.id = o.customer_id
              JOIN factory.item i ON i.id = l.item_id
             WHERE o.received_at < :today AND (o.confirmed_at IS NULL OR o.confirmed_at < :today)
             ORDER BY o.number, l.position
            """, """
            SELECT w.number, o.sequence, r.kind, r.good, r.scrap, r.rework, r.at, p.code, m.code
              FROM shopfloor.report r
              JOIN shopfloor.work_order_operation o ON o.id = r.operation_id
              JOIN shopfloor.work_order w ON w.id = r.work_order_id
              LEFT JOIN factory.person p ON p.id = r.person_id
              LEFT JOIN factory.machine m ON m.id = r.machine_id
             WHERE r.at < :today
             ORDER BY r.at, w.number, o.sequence, r.kind
            """, """
            SELECT m.at, m.kind, i.code, sum(e.quantity)
              FROM stock.movement m
              JOIN stock.ledger_entry e ON e.movement_id = m.id
              JOIN factory.item i ON i.id = e.item_id
             WHERE m.at < :today
             GROUP BY m.at, m.kind, i.code
             ORDER BY m.at, m.kind, i.code
            """);

    private static final List<String> FILLED = List.of(
            "sales.sales_order",
            "factory.item",
            "factory.partner",
            "factory.machine",
            "factory.person",
            "engineering.bom",
            "planning.suggestion",
            "purchasing.purchase_order",
            "scheduling.schedule",
            "shopfloor.work_order",
            "shopfloor.report",
            "stock.movement",
            "stock.balance",
            "quality.inspection",
            "shipping.package",
            "insight.line",
            "workflow.notice",
            "demo.build");

    private static String print(JdbcClient database, String fact) {
        var today = LocalDate.now(SHANGHAI).atStartOfDay(SHANGHAI).toOffsetDateTime();
        return database.sql("SELECT coalesce(string_agg(fact::text, chr(10)), '') FROM (%s) fact".formatted(fact))
                .param("today", today)
                .query(String.class)
                .single();
    }

    private BigDecimal number(String sql) {
        return jdbc.sql(sql).query(BigDecimal.class).single();
    }

    private Map<String, Long> count(String sql) {
        var counts = new HashMap<String, Long>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString("name"), row.getLong("count"));
        });
        return counts;
    }
}
