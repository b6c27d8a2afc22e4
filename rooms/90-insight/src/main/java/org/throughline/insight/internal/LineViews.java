package org.throughline.insight.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;

/** What the pages of the line read. */
final class LineViews {

    private LineViews() {}

    record ItemView(
            UUID id,
            String code,
            String name,
            @Nullable String drawing,
            @Nullable String revision) {}

    record PersonView(UUID id, String name) {}

    /** The one thing to do next; {@code urgent} if it is mine or stands in the way. */
    record NextView(String label, String link, boolean urgent) {}

    /**
     * DONE, CURRENT, FUTURE, or OPEN: the line went on although this is not complete. {@code at} is the actual instant, before
     * that the forecast.
     */
    record MilestoneView(
            MilestoneKind kind,
            String label,
            String state,
            @Nullable Instant planned,
            @Nullable Instant at,
            int lostDays,
            boolean recovered,
            @Nullable Integer percent,
            @Nullable PersonView owner,
            @Nullable Integer handoverMinutes,
            @Nullable String evidence,
            @Nullable UUID evidenceId) {}

    record LineRow(
            UUID id,
            UUID orderId,
            String orderNumber,
            int position,
            String orderClass,
            PersonView customer,
            ItemView item,
            BigDecimal quantity,
            String unit,
            LineState state,
            MilestoneKind stage,
            int percent,
            LocalDate requested,
            @Nullable LocalDate firstPromise,
            @Nullable LocalDate promised,
            @Nullable LocalDate forecast,
            @Nullable Integer slipDays,
            @Nullable String reason,
            @Nullable PersonView owner,
            NextView next,
            Instant updatedAt,
            List<MilestoneView> milestones) {}

    record Counts(long all, long mine, long risk, long late, long dueThisWeek) {}

    /**
     * Figures over the list. Ratios are numerator and denominator; the page divides, and shows "—" for none.
     *
     * @param onTime        lines due this month that were accepted by their first promise
     * @param due           lines whose first promise lies in this month up to today, delivered or not
     */
    record Figures(
            long onTime,
            long due,
            long onTimeLastMonth,
            long dueLastMonth,
            long open,
            long openDueThisWeek,
            long risk,
            long late,
            long waitingForMe,
            long waitingTooLong) {}

    record LinePage(List<LineRow> items, long total, Counts counts, Figures kpis) {}

    record ActionView(String label, String link) {}

    record ExceptionView(
            UUID id,
            String kind,
            MilestoneKind station,
            String title,
            int days,
            @Nullable PersonView owner,
            @Nullable Instant due,
            Instant raisedAt,
            List<ActionView> actions) {}

    record CauseView(String label, int days, @Nullable UUID exceptionId) {}
}
