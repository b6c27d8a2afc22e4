package org.throughline.kernel;

import java.math.BigDecimal;

/** A number that cannot be a quantity here. */
public final class QuantityRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private QuantityRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static QuantityRefused withoutUnit(BigDecimal amount) {
        return new QuantityRefused("quantity.without-unit", "amount", amount.toPlainString());
    }

    static QuantityRefused tooPrecise(BigDecimal amount, String unit) {
        return new QuantityRefused(
                "quantity.too-precise", "amount", amount.toPlainString(), "unit", unit, "digits", Quantity.SCALE);
    }

    static QuantityRefused tooLarge(BigDecimal amount, String unit) {
        return new QuantityRefused("quantity.too-large", "amount", amount.toPlainString(), "unit", unit);
    }

    static QuantityRefused differentUnits(Quantity one, Quantity other) {
        return new QuantityRefused("quantity.different-units", "one", one, "other", other);
    }
}
