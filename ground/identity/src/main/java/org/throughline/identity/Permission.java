package org.throughline.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a role may do.
 *
 * @param role           a code of {@link Role}
 * @param recordType     e.g. {@code sales-order}; {@code *} for all
 * @param operation      {@code read}, {@code create}, {@code edit}, {@code delete}, {@code import}, {@code export} or a
 *                       verb; {@code *} for all but {@code see-prices}
 * @param rowCondition   a list filter as JSON; null: every row
 * @param hiddenFields   fields of the type that this role does not see
 * @param readOnlyFields fields that it sees but does not write
 */
public record Permission(
        UUID id,
        String role,
        String recordType,
        String operation,
        @Nullable String rowCondition,
        Set<String> hiddenFields,
        Set<String> readOnlyFields,
        int version) {

    /** Prices, costs and margins; not contained in {@code *}. */
    public static final String SEE_PRICES = "see-prices";

    /** Who may give rights must be said by name, or every wildcard would hand out all rights. */
    private static final Set<String> NOT_IN_WILDCARD = Set.of("user", "permission", "audit");

    boolean covers(String type, String wanted) {
        var typeCovered = recordType.equals(type) || (recordType.equals("*") && !NOT_IN_WILDCARD.contains(type));
        return typeCovered && (operation.equals(wanted) || (operation.equals("*") && !wanted.equals(SEE_PRICES)));
    }
}
