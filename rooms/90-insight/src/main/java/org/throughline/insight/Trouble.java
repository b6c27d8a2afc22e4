package org.throughline.insight;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in the way of a line, as the rooms see it now.
 *
 * @param station    the station it holds up
 * @param sourceType the record it comes from, e.g. {@code purchase-order-line}; with {@code sourceId} it identifies the
 *                   trouble, so that the same one is not raised twice
 * @param days       calendar days it costs the line as far as known; 0 if the promise is not touched
 * @param values     the values its sentence needs, by name
 * @param owner      who acts; null if nobody is named
 * @param due        until when; null if not set
 */
public record Trouble(
        Kind kind,
        MilestoneKind station,
        String sourceType,
        UUID sourceId,
        int days,
        Map<String, String> values,
        @Nullable UUID owner,
        @Nullable Instant due) {

    /** What kind of trouble; the sentence and the remedy belong to it. */
    public enum Kind {
        REVIEW_WAITING,
        APPROVAL_WAITING,
        DRAWING_MISSING,
        STRUCTURE_MISSING,
        SHORTAGE,
        SUPPLIER_SLIP,
        NOT_PLANNED,
        OPERATION_LATE,
        MACHINE_DOWN,
        FAILED_CHECK,
        CHANGE_PENDING,
        NOT_SHIPPED
    }

    /** The same trouble, with somebody who acts. */
    public Trouble withOwner(UUID person) {
        return new Trouble(kind, station, sourceType, sourceId, days, values, person, due);
    }
}
