package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
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

    private final DatabaseAddress address = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(address.dataSource());
    private final ConfigurableApplicationContext house = CommandLine.application(WebApplicationType.SERVLET)
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

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void lines_stand_at_every_station_from_the_inquiry_to_the_delivery() {
        assertThat(count("SELECT stage AS name, count(*) FROM insight.line GROUP BY stage ORDER BY stage"))
                .containsKeys("CONFIRMED", "MATERIAL", "PRODUCTION", "PAID");
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
