package org.throughline.insight.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.insight.MilestoneKind;

/**
 * How long a stage usually takes and who answers for it: a setting of the plant.
 *
 * @param workingDays  days from the station before to this one, where nothing better is known
 * @param sharePercent for stations between confirmation and the end of production: where in that time the plan puts
 *                     them, 0 to 100
 * @param role         the role that answers for the stage
 * @param owner        the person of that role who does unless the record names another; null: the first of the role
 */
record StageStandard(
        MilestoneKind kind,
        int workingDays,
        int sharePercent,
        String role,
        @Nullable UUID owner) {}
