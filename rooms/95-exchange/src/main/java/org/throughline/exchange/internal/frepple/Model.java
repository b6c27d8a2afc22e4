package org.throughline.exchange.internal.frepple;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of records of frePPLe that have a place here, in the order of import. */
enum Model {
    CUSTOMER,
    SUPPLIER,
    CALENDAR,
    CALENDARBUCKET,
    LOCATION,
    RESOURCE,
    SKILL,
    RESOURCESKILL,
    ITEM,
    ITEMSUPPLIER,
    OPERATION,
    OPERATIONRESOURCE,
    OPERATIONMATERIAL,
    BUFFER,
    OPERATIONPLAN,
    PURCHASEORDER,
    DEMAND;

    private static final Map<String, Model> OTHER_NAMES = Map.of("salesorder", DEMAND);

    /** By the name of a JSON model ({@code input.calendarbucket}) or of a sheet ({@code calendar bucket}). */
    static Optional<Model> named(String name) {
        String plain = plain(name.replace("input.", ""));
        return Optional.ofNullable(OTHER_NAMES.get(plain))
                .or(() -> Arrays.stream(values())
                        .filter(model -> model.name().toLowerCase(Locale.ROOT).equals(plain))
                        .findFirst());
    }

    /** Letters only, lower case: {@code Duration Per Unit} and {@code duration_per_unit} are the same. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
