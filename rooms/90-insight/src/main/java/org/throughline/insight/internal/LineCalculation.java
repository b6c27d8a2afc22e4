package org.throughline.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.insight.LineState;
import org.throughline.insight.Milestone;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;

/**
 * Turns the facts of an order line into its line: plan, forecast, lost days, state and reason. Pure: the same facts at
 * the same instant give the same line.
 *
 * <p>Plan: counted back from the promise by the stage standards; stations between confirmation and the end of
 * production lie at their share of that time. Forecast: what the rooms expect, but never before the station ahead of it
 * plus its standard, and never in the past.
 */
final class LineCalculation {

    private static final int RISK_SLACK_DAYS = 1;

    private final Map<MilestoneKind, StageStandard> standards;
    private final WorkingDays days;
    private final ZoneId zone;
    private final Instant now;

    LineCalculation(Map<MilestoneKind, StageStandard> standards, WorkingDays days, ZoneId zone, Instant now) {
        this.standards = standards;
        this.days = days;
        this.zone = zone;
        this.now = now;
    }

    LineView of(LineFacts facts) {
        var stage = stageOf(facts);
        var planned = plan(facts);
        var forecast = facts.onHold() ? new EnumMap<MilestoneKind, Instant>(MilestoneKind.class) : forecast(facts);
        var delivery = passedAt(facts, MilestoneKind.ACCEPTED);
        var expectedDelivery = delivery != null ? delivery : forecast.get(MilestoneKind.ACCEPTED);
        var forecastDay = expectedDelivery == null ? null : dayOf(expectedDelivery);
        var slip = forecastDay == null || facts.promised() == null
                ? null
                : Integer.valueOf((int) ChronoUnit.DAYS.between(facts.promised(), forecastDay));
        var reason = facts.troubles().stream()
                .max(Comparator.comparingInt(Trouble::days)
                        .thenComparing(Trouble::station, Comparator.reverseOrder())
                        .thenComparing(Trouble::kind, Comparator.reverseOrder())
                        .thenComparing(Trouble::sourceId))
                .orElse(null);
        return new LineView(
                facts, stage, stateOf(facts, slip), forecastDay, slip, reason, milestones(facts, planned, forecast));
    }

    /** Where it stands: at the first station that is not passed; what nobody has handed on, where it was received. */
    private static MilestoneKind stageOf(LineFacts facts) {
        if (facts.asking()) {
            return MilestoneKind.RECEIVED;
        }
        var passed = facts.passed();
        boolean produced =
                passed.containsKey(MilestoneKind.PRODUCTION) || isOvertaken(MilestoneKind.PRODUCTION, passed);
        if (facts.percent() > 0 && !produced) {
            return MilestoneKind.PRODUCTION;
        }
        for (var kind : MilestoneKind.values()) {
            if (!passed.containsKey(kind) && !isOvertaken(kind, passed)) {
                return kind;
            }
        }
        return MilestoneKind.PAID;
    }

    /** A station without a mark of its own counts as passed once production or anything after it is. */
    private static boolean isOvertaken(MilestoneKind kind, Map<MilestoneKind, LineFacts.Passed> passed) {
        return passed.keySet().stream()
                .anyMatch(other -> other.compareTo(kind) > 0 && other.compareTo(MilestoneKind.PRODUCTION) >= 0);
    }

    private LineState stateOf(LineFacts facts, @Nullable Integer slip) {
        if (facts.cancelled()) {
            return LineState.CANCELLED;
        }
        if (facts.passed().containsKey(MilestoneKind.ACCEPTED)) {
            return LineState.DONE;
        }
        if (facts.onHold()) {
            return LineState.HOLD;
        }
        if (slip != null && slip > 0) {
            return LineState.LATE;
        }
        boolean troubled = facts.troubles().stream().anyMatch(trouble -> trouble.days() > 0);
        boolean tight =
                slip != null && slip > -RISK_SLACK_DAYS && !facts.passed().containsKey(MilestoneKind.SHIPPED);
        boolean overdue = slip == null && facts.troubles().stream().anyMatch(this::isOverdue);
        return troubled || tight || overdue ? LineState.RISK : LineState.NORMAL;
    }

    /** What somebody still has time for is no risk. */
    private boolean isOverdue(Trouble trouble) {
        var due = trouble.due();
        return due == null || due.isBefore(now);
    }

    private EnumMap<MilestoneKind, Instant> plan(LineFacts facts) {
        var planned = new EnumMap<MilestoneKind, Instant>(MilestoneKind.class);
        var confirmed = passedAt(facts, MilestoneKind.CONFIRMED);
        for (var kind : List.of(MilestoneKind.RECEIVED, MilestoneKind.REVIEWED, MilestoneKind.CONFIRMED)) {
            planEarly(facts, kind, planned);
        }
        var promised = facts.promised();
        if (confirmed == null || promised == null) {
            return planned;
        }
        var day = promised;
        for (var kind = MilestoneKind.ACCEPTED; kind.compareTo(MilestoneKind.PRODUCTION) >= 0; kind = kind.previous()) {
            planned.put(kind, endOf(day));
            day = days.plus(day, -standard(kind).workingDays());
        }
        var produced = planned.get(MilestoneKind.PRODUCTION);
        for (var kind : MilestoneKind.values()) {
            if (kind.isBeforeProductionEnds() && produced != null) {
                planned.put(kind, shareOf(confirmed, produced, standard(kind).sharePercent()));
            }
        }
        planned.put(
                MilestoneKind.PAID,
                endOf(promised.plusDays(standard(MilestoneKind.PAID).workingDays())));
        return planned;
    }

    private void planEarly(LineFacts facts, MilestoneKind kind, Map<MilestoneKind, Instant> planned) {
        var received = passedAt(facts, MilestoneKind.RECEIVED);
        if (received != null) {
            int workingDays = 0;
            for (var earlier : List.of(MilestoneKind.REVIEWED, MilestoneKind.CONFIRMED)) {
                workingDays += earlier.compareTo(kind) <= 0 ? standard(earlier).workingDays() : 0;
            }
            planned.put(
                    kind, kind == MilestoneKind.RECEIVED ? received : endOf(days.plus(dayOf(received), workingDays)));
        }
    }

    private static Instant shareOf(Instant from, Instant to, int percent) {
        long seconds = Math.max(0, ChronoUnit.SECONDS.between(from, to));
        return from.plusSeconds(seconds * percent / 100);
    }

    private EnumMap<MilestoneKind, Instant> forecast(LineFacts facts) {
        var forecast = new EnumMap<MilestoneKind, Instant>(MilestoneKind.class);
        var reached = Instant.EPOCH;
        for (var kind : MilestoneKind.values()) {
            var passedAt = passedAt(facts, kind);
            if (passedAt != null) {
                forecast.put(kind, passedAt);
            } else if (!isOvertaken(kind, facts.passed())) {
                forecast.put(kind, forecastOf(kind, facts, reached));
            }
            var here = forecast.get(kind);
            reached = here != null && here.isAfter(reached) ? here : reached;
        }
        return forecast;
    }

    private Instant forecastOf(MilestoneKind kind, LineFacts facts, Instant reached) {
        var expected = facts.expected().get(kind);
        var soonest = soonest(reached);
        if (expected != null) {
            return expected.isBefore(soonest) ? soonest : expected;
        }
        int workingDays = standard(kind).workingDays();
        return kind == MilestoneKind.PAID
                ? endOf(dayOf(soonest).plusDays(workingDays))
                : endOf(days.plus(dayOf(soonest), workingDays));
    }

    /** The end of the first working day that is not over: whole days, so that a forecast does not creep by minutes. */
    private Instant soonest(Instant reached) {
        var from = reached.isBefore(now) ? now : reached;
        var end = endOf(days.plus(dayOf(from).minusDays(1), 1));
        return end.isBefore(from) ? endOf(days.plus(dayOf(from), 1)) : end;
    }

    private List<Milestone> milestones(
            LineFacts facts, Map<MilestoneKind, Instant> planned, Map<MilestoneKind, Instant> forecast) {
        var milestones = new ArrayList<Milestone>();
        int finalDelay = delayOf(MilestoneKind.ACCEPTED, planned, forecast);
        int worst = 0;
        for (var kind : MilestoneKind.values()) {
            int delay = delayOf(kind, planned, forecast);
            int lost = Math.max(0, delay - worst);
            worst = Math.max(worst, delay);
            var passed = facts.passed().get(kind);
            milestones.add(new Milestone(
                    kind,
                    planned.get(kind),
                    forecast.get(kind),
                    passed == null ? null : passed.at(),
                    facts.owners().get(kind),
                    passed == null ? null : passed.evidence(),
                    passed == null ? null : passed.evidenceId(),
                    lost,
                    lost > 0 && finalDelay <= 0,
                    facts.handovers().get(kind)));
        }
        return milestones;
    }

    private int delayOf(MilestoneKind kind, Map<MilestoneKind, Instant> planned, Map<MilestoneKind, Instant> forecast) {
        var should = planned.get(kind);
        var will = forecast.get(kind);
        return should == null || will == null ? 0 : (int) ChronoUnit.DAYS.between(dayOf(should), dayOf(will));
    }

    private StageStandard standard(MilestoneKind kind) {
        var standard = standards.get(kind);
        if (standard == null) {
            throw new IllegalStateException("The stage (%s) has no standard.".formatted(kind));
        }
        return standard;
    }

    private static @Nullable Instant passedAt(LineFacts facts, MilestoneKind kind) {
        var passed = facts.passed().get(kind);
        return passed == null ? null : passed.at();
    }

    private Instant endOf(LocalDate day) {
        return DayEnd.of(day, zone);
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
