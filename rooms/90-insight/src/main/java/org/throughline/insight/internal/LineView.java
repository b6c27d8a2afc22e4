package org.throughline.insight.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.insight.LineState;
import org.throughline.insight.Milestone;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;

/**
 * One line as it stands: what {@link LineCalculation} makes of the facts.
 *
 * @param stage    the station it is on its way to
 * @param forecast the day the customer will have it; null while on hold
 * @param slip     calendar days from promise to forecast; negative is slack; null without a promise or forecast
 * @param reason   the trouble that costs most; null if nothing stands in the way
 */
record LineView(
        LineFacts facts,
        MilestoneKind stage,
        LineState state,
        @Nullable LocalDate forecast,
        @Nullable Integer slip,
        @Nullable Trouble reason,
        List<Milestone> milestones) {}
