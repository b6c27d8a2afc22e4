package org.throughline.order;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an imported file of orders did, or would do.
 *
 * @param total     rows with something in them
 * @param inserted  rows that became order lines
 * @param unchanged rows of orders that were here before, exactly so
 * @param updated   always 0: a file makes orders, it does not change them
 * @param mapping   the file's headers and what they mean; an empty text means nothing
 * @param errors    by row
 * @param orders    those that were made
 */
public record OrderImport(
        UUID id,
        int total,
        int inserted,
        int updated,
        int unchanged,
        int rejected,
        boolean dryRun,
        Map<String, String> mapping,
        List<RowError> errors,
        List<Made> orders) {

    public OrderImport {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
        errors = List.copyOf(errors);
        orders = List.copyOf(orders);
    }

    /**
     * Why a row was not taken.
     *
     * @param row    as the file counts it, from 1
     * @param reason in the language of the one who imports
     */
    public record RowError(
            int row, @Nullable String column, @Nullable String value, String reason, String code) {}

    /** An order that was made. */
    public record Made(UUID id, String number, @Nullable String customerReference, int lines) {}
}
