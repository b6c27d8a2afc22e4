package org.throughline.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.insight.MilestoneKind.ACCEPTED;
import static org.throughline.insight.MilestoneKind.CONFIRMED;
import static org.throughline.insight.MilestoneKind.ENGINEERED;
import static org.throughline.insight.MilestoneKind.INSPECTED;
import static org.throughline.insight.MilestoneKind.MATERIAL;
import static org.throughline.insight.MilestoneKind.PACKED;
import static org.throughline.insight.MilestoneKind.PRODUCTION;
import static org.throughline.insight.MilestoneKind.RECEIVED;
import static org.throughline.insight.MilestoneKind.RELEASED;
import static org.throughline.insight.MilestoneKind.REVIEWED;
import static org.throughline.insight.MilestoneKind.SHIPPED;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.insight.LineState;
import org.throughline.insight.Milestone;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;

class LineCalculationTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY_8AM = Instant.parse("2026-11-23T00:00:00Z");
    private static final WorkingDays MONDAY_TO_FRIDAY =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    @Test
    void an_inquiry_has_no_promise_but_a_forecast() {
        var line = calculated(aLine().asking().passed(RECEIVED, "2026-11-20T02:00:00Z"));

        assertThat(line.slip()).isNull();
        assertThat(line.forecast()).isAfter(LocalDate.parse("2026-12-01"));
    }

    @Test
    void an_inquiry_stands_where_it_was_received_until_somebody_hands_it_on() {
        assertThat(calculated(aLine().asking().passed(RECEIVED, "2026-11-20T02:00:00Z"))
                        .stage())
                .isEqualTo(RECEIVED);
        assertThat(calculated(aLine().passed(RECEIVED, "2026-11-20T02:00:00Z")).stage())
                .isEqualTo(REVIEWED);
    }

    @Test
    void what_a_department_still_has_time_to_answer_is_no_risk() {
        var inReview = aLine().passed(RECEIVED, "2026-11-20T02:00:00Z");

        assertThat(calculated(inReview.trouble(Trouble.Kind.REVIEW_WAITING, 0, MONDAY_8AM.plusSeconds(3600)))
                        .state())
                .isEqualTo(LineState.NORMAL);
        assertThat(calculated(inReview.trouble(Trouble.Kind.REVIEW_WAITING, 0, MONDAY_8AM.minusSeconds(3600)))
                        .state())
                .isEqualTo(LineState.RISK);
    }

    @Test
    void stations_behind_production_are_planned_back_from_the_promise_over_working_days() {
        var line = calculated(aConfirmedLine().promised("2026-12-18"));

        assertThat(plannedDay(line, ACCEPTED)).isEqualTo("2026-12-18");
        assertThat(plannedDay(line, SHIPPED)).isEqualTo("2026-12-17");
        assertThat(plannedDay(line, PACKED)).isEqualTo("2026-12-16");
        assertThat(plannedDay(line, INSPECTED)).isEqualTo("2026-12-15");
        assertThat(plannedDay(line, PRODUCTION)).isEqualTo("2026-12-14");
        assertThat(plannedDay(line, RELEASED)).isBefore(LocalDate.parse("2026-12-14"));
    }

    @Test
    void the_forecast_follows_what_the_floor_expects() {
        var line = calculated(inProduction().promised("2026-12-18").expected(PRODUCTION, "2026-12-17T09:00:00Z"));

        assertThat(line.forecast()).isEqualTo("2026-12-23");
        assertThat(line.slip()).isEqualTo(5);
        assertThat(line.state()).isEqualTo(LineState.LATE);
        assertThat(milestone(line, PRODUCTION).lostDays()).isEqualTo(3);
    }

    @Test
    void a_line_with_slack_and_nothing_in_the_way_is_normal() {
        var line = calculated(inProduction().promised("2026-12-18").expected(PRODUCTION, "2026-12-09T09:00:00Z"));

        assertThat(line.state()).isEqualTo(LineState.NORMAL);
        assertThat(line.slip()).isNegative();
        assertThat(line.reason()).isNull();
    }

    @Test
    void a_line_without_slack_is_at_risk_as_soon_as_anything_is_in_the_way() {
        var line = calculated(inProduction()
                .promised("2026-12-15")
                .expected(PRODUCTION, "2026-12-09T09:00:00Z")
                .trouble(Trouble.Kind.MACHINE_DOWN, 0));

        assertThat(line.slip()).isZero();
        assertThat(line.state()).isEqualTo(LineState.RISK);
    }

    @Test
    void the_trouble_that_costs_most_days_is_the_reason() {
        var line = calculated(inProduction()
                .promised("2026-12-18")
                .trouble(Trouble.Kind.SHORTAGE, 1)
                .trouble(Trouble.Kind.SUPPLIER_SLIP, 4)
                .trouble(Trouble.Kind.DRAWING_MISSING, 0));

        assertThat(line.reason()).isNotNull().extracting(Trouble::kind).isEqualTo(Trouble.Kind.SUPPLIER_SLIP);
    }

    @Test
    void a_line_the_customer_has_is_done_whatever_is_left_open_on_the_floor() {
        var line = calculated(inProduction().promised("2026-12-18").passed(ACCEPTED, "2026-11-20T02:00:00Z"));

        assertThat(line.state()).isEqualTo(LineState.DONE);
        assertThat(line.stage()).isEqualTo(MilestoneKind.PAID);
    }

    @Test
    void a_line_on_hold_promises_nothing() {
        var line = calculated(inProduction().promised("2026-12-18").onHold());

        assertThat(line.state()).isEqualTo(LineState.HOLD);
        assertThat(line.forecast()).isNull();
        assertThat(line.slip()).isNull();
    }

    @Test
    void days_lost_and_made_good_are_grey() {
        var line = calculated(aConfirmedLine()
                .promised("2026-12-18")
                .passed(ENGINEERED, "2026-12-01T02:00:00Z")
                .passed(MATERIAL, "2026-12-03T02:00:00Z")
                .passed(RELEASED, "2026-12-04T02:00:00Z")
                .expected(PRODUCTION, "2026-12-10T09:00:00Z"));

        assertThat(milestone(line, ENGINEERED).lostDays()).isPositive();
        assertThat(milestone(line, ENGINEERED).recovered()).isTrue();
    }

    @Test
    void a_forecast_is_never_in_the_past_and_never_on_a_free_day() {
        var line = calculated(inProduction().promised("2026-11-20").expected(PRODUCTION, "2026-11-18T09:00:00Z"));

        assertThat(milestone(line, PRODUCTION).forecast()).isAfterOrEqualTo(MONDAY_8AM);
        assertThat(MONDAY_TO_FRIDAY.isWorked(java.util.Objects.requireNonNull(line.forecast())))
                .isTrue();
    }

    @Test
    void the_same_facts_give_the_same_line_all_day_long() {
        var facts = inProduction().promised("2026-12-18").build();

        assertThat(calculation(MONDAY_8AM.plusSeconds(3600)).of(facts).milestones())
                .isEqualTo(calculation(MONDAY_8AM).of(facts).milestones());
    }

    private static LineView calculated(Facts facts) {
        return calculation(MONDAY_8AM).of(facts.build());
    }

    private static LineCalculation calculation(Instant now) {
        var standards = new EnumMap<MilestoneKind, StageStandard>(MilestoneKind.class);
        Arrays.stream(MilestoneKind.values())
                .forEach(kind -> standards.put(kind, new StageStandard(kind, 1, share(kind), "planner", null)));
        return new LineCalculation(standards, MONDAY_TO_FRIDAY, SHANGHAI, now);
    }

    private static int share(MilestoneKind kind) {
        return kind == ENGINEERED ? 15 : kind == MATERIAL ? 55 : kind == RELEASED ? 58 : 0;
    }

    private static LocalDate plannedDay(LineView line, MilestoneKind kind) {
        return java.util.Objects.requireNonNull(milestone(line, kind).planned())
                .atZone(SHANGHAI)
                .toLocalDate();
    }

    private static Milestone milestone(LineView line, MilestoneKind kind) {
        return line.milestones().get(kind.position());
    }

    private static Facts aLine() {
        return new Facts();
    }

    private static Facts aConfirmedLine() {
        return aLine().passed(RECEIVED, "2026-11-16T02:00:00Z")
                .passed(REVIEWED, "2026-11-17T02:00:00Z")
                .passed(CONFIRMED, "2026-11-18T02:00:00Z");
    }

    private static Facts inProduction() {
        return aConfirmedLine()
                .passed(ENGINEERED, "2026-11-19T02:00:00Z")
                .passed(MATERIAL, "2026-11-20T02:00:00Z")
                .passed(RELEASED, "2026-11-20T03:00:00Z")
                .percent(40);
    }

    private static final class Facts {

        private static final UUID LINE = new UUID(0, 1);

        private final Map<MilestoneKind, LineFacts.Passed> passed = new EnumMap<>(MilestoneKind.class);
        private final Map<MilestoneKind, Instant> expected = new EnumMap<>(MilestoneKind.class);
        private final List<Trouble> troubles = new ArrayList<>();
        private @Nullable LocalDate promised;
        private boolean asking;
        private boolean onHold;
        private int percent;

        Facts passed(MilestoneKind kind, String at) {
            passed.put(kind, new LineFacts.Passed(Instant.parse(at), "test", LINE));
            return this;
        }

        Facts expected(MilestoneKind kind, String at) {
            expected.put(kind, Instant.parse(at));
            return this;
        }

        Facts promised(String day) {
            promised = LocalDate.parse(day);
            return this;
        }

        Facts percent(int done) {
            percent = done;
            return this;
        }

        Facts onHold() {
            onHold = true;
            return this;
        }

        Facts asking() {
            asking = true;
            return this;
        }

        Facts trouble(Trouble.Kind kind, int days) {
            return trouble(kind, days, null);
        }

        Facts trouble(Trouble.Kind kind, int days, @Nullable Instant due) {
            troubles.add(new Trouble(kind, MATERIAL, "test", new UUID(0, troubles.size()), days, Map.of(), null, due));
            return this;
        }

        LineFacts build() {
            return new LineFacts(
                    LINE,
                    asking,
                    LocalDate.parse("2026-12-18"),
                    promised,
                    onHold,
                    false,
                    passed,
                    expected,
                    percent,
                    Map.of(),
                    Map.of(),
                    troubles);
        }
    }
}
