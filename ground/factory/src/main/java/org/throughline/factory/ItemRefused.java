package org.throughline.factory;

import org.throughline.kernel.RuleViolation;

/** An item that cannot be written as given. */
public final class ItemRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ItemRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    public static ItemRefused outOfRange(String item, String field, Object value) {
        return new ItemRefused(
                "factory.item-out-of-range", "item", item, "field", field, "value", String.valueOf(value));
    }

    public static ItemRefused inactive(String item) {
        return new ItemRefused("factory.item-inactive", "item", item);
    }
}
