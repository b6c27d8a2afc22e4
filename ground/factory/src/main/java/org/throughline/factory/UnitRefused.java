package org.throughline.factory;

import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** A unit that is unknown, or does not convert. */
public final class UnitRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private UnitRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    public static UnitRefused unknown(String unit) {
        return new UnitRefused("factory.unit-unknown", "unit", unit);
    }

    public static UnitRefused notConvertible(String item, String from, String to) {
        return new UnitRefused("factory.unit-not-convertible", "item", item, "from", from, "to", to);
    }

    public static UnitRefused inexact(String item, Quantity quantity, String to, Ratio ratio) {
        return new UnitRefused(
                "factory.unit-inexact",
                "item",
                item,
                "quantity",
                quantity,
                "to",
                to,
                "ratio",
                ratio.toString(),
                "digits",
                Quantity.SCALE);
    }

    /** Half a piece. */
    public static UnitRefused notWhole(String item, Quantity quantity) {
        return new UnitRefused("factory.not-whole", "item", item, "quantity", quantity);
    }

    public static UnitRefused isBaseUnit(String item, String unit) {
        return new UnitRefused("factory.unit-is-base", "item", item, "unit", unit);
    }
}
