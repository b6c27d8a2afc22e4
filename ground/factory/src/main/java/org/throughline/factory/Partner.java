package org.throughline.factory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Identity;

/**
 * A company we sell to, buy from, or both.
 *
 * @param code         unique in the organisation
 * @param shortName    for lists, e.g. 华锐
 * @param currency     ISO 4217, usual for this partner
 * @param paymentTerms as agreed, e.g. 月结30天
 * @param rating       1 (best) to 5; null = not rated
 * @param externalId   its key in the system it was imported from
 */
public record Partner(
        UUID id,
        String code,
        String name,
        @Nullable String shortName,
        boolean isCustomer,
        boolean isSupplier,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String contact,
        String currency,
        @Nullable String paymentTerms,
        @Nullable Integer rating,
        boolean active,
        @Nullable String externalId,
        int version) {

    public static Partner customer(String code, String name) {
        return fresh(code, name, true, false);
    }

    public static Partner supplier(String code, String name) {
        return fresh(code, name, false, true);
    }

    /** The short name where there is one. */
    public String shownName() {
        return shortName == null ? name : shortName;
    }

    private static Partner fresh(String code, String name, boolean customer, boolean supplier) {
        return new Partner(
                Identity.fresh(),
                code,
                name,
                null,
                customer,
                supplier,
                null,
                null,
                null,
                null,
                "CNY",
                null,
                null,
                true,
                null,
                0);
    }
}
