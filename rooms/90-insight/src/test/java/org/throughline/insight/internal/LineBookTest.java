package org.throughline.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.Schema;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import tools.jackson.databind.json.JsonMapper;

/** The derived lines on real PostgreSQL: what is written, found, counted, and who sees it. */
@SpringJUnitConfig({DatabaseForTests.class, LineBookTest.Insight.class})
@ExtendWith(SystemActs.class)
@Transactional
class LineBookTest {

    private static final UUID RUIZE = new UUID(7, 1);
    private static final UUID XINDA = new UUID(7, 2);
    private static final Instant NOW = TestClock.MONDAY_8AM;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    LineBook book;

    @Autowired
    LineQueries queries;

    @Autowired
    ExceptionBook exceptions;

    @Autowired
    ExceptionController causes;

    @Autowired
    NamedParameterJdbcTemplate jdbc;

    private int position;

    @BeforeEach
    void aLateLineAndAGoodOne() {
        position = 0;
        book.write(List.of(line(RUIZE, "瑞泽液压", "2026-11-20", false), line(XINDA, "欣达轨交", "2026-12-30", false)), NOW);
    }

    @Test
    void the_late_line_comes_first() {
        var rows = queries.page(LineQueries.Wanted.open(), "urgency", 0, 10);

        assertThat(rows).extracting(row -> row.customer().name()).containsExactly("瑞泽液压", "欣达轨交");
        assertThat(rows.getFirst().state()).isEqualTo(LineState.LATE);
        assertThat(rows.getFirst().milestones()).hasSize(MilestoneKind.values().length);
    }

    @Test
    void a_line_is_found_by_the_pinyin_initials_of_its_customer() {
        assertThat(found("rzyy")).containsExactly("瑞泽液压");
        assertThat(found("欣达")).containsExactly("欣达轨交");
        assertThat(found("%")).isEmpty();
    }

    @Test
    void a_line_that_did_not_change_is_not_written_again() {
        var same = line(RUIZE, "瑞泽液压", "2026-12-18", false);

        assertThat(book.write(List.of(same), NOW)).isEqualTo(1);
        assertThat(book.write(List.of(same), NOW.plusSeconds(60))).isZero();
    }

    @Test
    void on_time_delivery_counts_open_overdue_lines_as_late() {
        book.write(List.of(line(RUIZE, "瑞泽液压", "2026-11-18", true)), NOW);

        var figures = queries.figures(0, 0);

        assertThat(figures.due()).isEqualTo(2);
        assertThat(figures.onTime()).isEqualTo(1);
        assertThat(figures.open()).isEqualTo(2);
        assertThat(figures.late()).isEqualTo(1);
    }

    @Test
    void a_customer_sees_his_own_lines_only() {
        var foreign = queries.page(LineQueries.Wanted.open(), "urgency", 0, 10)
                .getLast()
                .id();
        var customer =
                new Actor(new UUID(9, 9), "高工", Actor.FIRST_ORGANISATION, RUIZE, Set.of("customer"), "127.0.0.1", "zh");
        jdbc.getJdbcTemplate().execute("SELECT set_config('throughline.partner', '" + RUIZE + "', true)");

        As.by(customer, () -> {
            assertThat(queries.page(LineQueries.Wanted.open(), "urgency", 0, 10))
                    .extracting(row -> row.customer().name())
                    .containsExactly("瑞泽液压");
            assertThatThrownBy(() -> queries.one(foreign)).isInstanceOf(NotFound.class);
            return true;
        });
    }

    @Test
    void an_exception_is_raised_once_changed_in_place_and_closed_when_its_cause_is_gone() {
        var line = queries.page(LineQueries.Wanted.open(), "urgency", 0, 1)
                .getFirst()
                .id();

        exceptions.reconcile(Map.of(line, List.of(shortage(2))), Map.of(), NOW);
        exceptions.reconcile(Map.of(line, List.of(shortage(5))), Map.of(), NOW.plusSeconds(60));
        var open = exceptions.openOf(Set.of(line));
        exceptions.reconcile(Map.of(line, List.of()), Map.of(), NOW.plusSeconds(120));

        assertThat(open).singleElement().satisfies(exception -> {
            assertThat(exception.trouble().days()).isEqualTo(5);
            assertThat(exception.raisedAt()).isEqualTo(NOW);
        });
        assertThat(exceptions.openOf(Set.of(line))).isEmpty();
    }

    @Test
    void one_missing_item_is_one_row_with_all_the_lines_it_endangers() {
        var lines = queries.page(LineQueries.Wanted.open(), "urgency", 0, 2);
        var late = lines.getFirst().id();
        var good = lines.getLast().id();
        exceptions.reconcile(Map.of(late, List.of(shortage(2)), good, List.of(shortage(5))), Map.of(), NOW);

        var page = causes.list(null, false, 0, 50);

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.counts()).containsExactly(new ExceptionController.KindCount(Trouble.Kind.SHORTAGE, 1, 2));
        assertThat(page.items()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("钢板 lacks 4 kg, no date yet");
            assertThat(row.days()).isEqualTo(5);
            assertThat(row.lineId()).isEqualTo(late);
            assertThat(row.lines())
                    .extracting(ExceptionController.EndangeredLine::customer)
                    .containsExactly("瑞泽液压", "欣达轨交");
        });
    }

    private List<String> found(String search) {
        var wanted = new LineQueries.Wanted(null, null, null, null, null, null, null, search);
        return queries.page(wanted, "number", 0, 10).stream()
                .map(row -> row.customer().name())
                .toList();
    }

    private static Trouble shortage(int days) {
        return new Trouble(
                Trouble.Kind.SHORTAGE,
                MilestoneKind.MATERIAL,
                "item",
                new UUID(3, 3),
                days,
                Map.of("item", "钢板", "quantity", "2", "unit", "KGM", "arrival", "@arrival.unknown"),
                null,
                null);
    }

    private LineBook.Entry line(UUID customer, String name, String promised, boolean accepted) {
        position++;
        var id = new UUID(1, position + promised.hashCode());
        var header = new LineHeader(
                id,
                new UUID(2, position),
                "SO-20261101-00" + position,
                position,
                "STABLE",
                customer,
                name,
                new UUID(4, 4),
                "HY-3310",
                "液压站机架",
                "HY-3310-00",
                "C",
                Quantity.of(24, "C62"),
                LocalDate.parse(promised),
                null);
        var passed = new EnumMap<MilestoneKind, LineFacts.Passed>(MilestoneKind.class);
        passed.put(MilestoneKind.RECEIVED, passedOn("2026-11-02T01:00:00Z", id));
        passed.put(MilestoneKind.REVIEWED, passedOn("2026-11-03T01:00:00Z", id));
        passed.put(MilestoneKind.CONFIRMED, passedOn("2026-11-04T01:00:00Z", id));
        if (accepted) {
            passed.put(MilestoneKind.ACCEPTED, passedOn("2026-11-17T01:00:00Z", id));
        }
        var facts = new LineFacts(
                id,
                false,
                LocalDate.parse(promised),
                LocalDate.parse(promised),
                false,
                false,
                passed,
                Map.of(),
                0,
                Map.of(),
                Map.of(),
                List.of());
        return new LineBook.Entry(header, calculation().of(facts), Map.of(), null);
    }

    private static LineFacts.Passed passedOn(String at, UUID id) {
        return new LineFacts.Passed(Instant.parse(at), "sales-order", id);
    }

    private static LineCalculation calculation() {
        var standards = Arrays.stream(MilestoneKind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> new StageStandard(kind, 1, 50, "planner", null)));
        return new LineCalculation(
                standards,
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY,
                SHANGHAI,
                NOW);
    }

    @Configuration
    static class Insight {

        @Bean
        Schema records() {
            return new Schema("records", 3);
        }

        @Bean
        Schema insight() {
            return new Schema("insight", 90);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }

        @Bean
        LineTexts texts() {
            return new LineTexts();
        }

        @Bean
        LineBook lineBook(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
            return new LineBook(jdbc, json);
        }

        @Bean
        ExceptionBook exceptionBook(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
            return new ExceptionBook(jdbc, json);
        }

        @Bean
        ExceptionController causes(NamedParameterJdbcTemplate jdbc, JsonMapper json, LineTexts texts) {
            return new ExceptionController(jdbc, json, texts);
        }

        @Bean
        LineQueries lineQueries(NamedParameterJdbcTemplate jdbc, JsonMapper json, LineTexts texts, Clock clock) {
            return new LineQueries(jdbc, json, texts, clock);
        }
    }
}
