package org.throughline.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * What the customer wants changed on a confirmed line.
 *
 * @param quantity      in any unit of the item; null: as before
 * @param requestedDate null: as before
 * @param promise       the new latest promise; null: the new requested date if that changes, else as before
 * @param reason        why, in words; needed
 */
public record LineChange(
        @Nullable Quantity quantity,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate promise,
        String reason) {}
