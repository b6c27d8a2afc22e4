package org.throughline.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.throughline.kernel.Quantity;

/**
 * The price of a line with and without tax. Exact: the unit price that was given stays as given; the other one is
 * computed to six digits; amounts are rounded half up to two digits, once per line, and net + tax = gross always holds.
 *
 * @param netPrice   per ordered unit, without tax, at most six digits after the point
 * @param grossPrice per ordered unit, with tax, at most six digits after the point
 * @param net        amount without tax, two digits
 * @param tax        two digits
 * @param gross      amount with tax, two digits
 */
public record LinePrice(
        BigDecimal netPrice, BigDecimal grossPrice, BigDecimal net, BigDecimal tax, BigDecimal gross, String currency) {

    private static final int PRICE_SCALE = 6;
    private static final int AMOUNT_SCALE = 2;

    /**
     * The price of {@code ordered} at a unit price without tax.
     *
     * @param taxRate 0.13 is thirteen per cent
     */
    public static LinePrice ofNet(BigDecimal netPrice, BigDecimal taxRate, Quantity ordered, String currency) {
        var factor = BigDecimal.ONE.add(taxRate);
        var net = amount(netPrice.multiply(ordered.amount()));
        var tax = amount(net.multiply(taxRate));
        var grossPrice = netPrice.multiply(factor).setScale(PRICE_SCALE, RoundingMode.HALF_UP);
        return new LinePrice(netPrice, grossPrice, net, tax, net.add(tax), currency);
    }

    /**
     * The price of {@code ordered} at a unit price with tax: the gross amount is exact, the net amount is taken out of it.
     *
     * @param taxRate 0.13 is thirteen per cent
     */
    public static LinePrice ofGross(BigDecimal grossPrice, BigDecimal taxRate, Quantity ordered, String currency) {
        var factor = BigDecimal.ONE.add(taxRate);
        var gross = amount(grossPrice.multiply(ordered.amount()));
        var net = gross.divide(factor, MathContext.DECIMAL128).setScale(AMOUNT_SCALE, RoundingMode.HALF_UP);
        var netPrice = grossPrice.divide(factor, MathContext.DECIMAL128).setScale(PRICE_SCALE, RoundingMode.HALF_UP);
        return new LinePrice(netPrice, grossPrice, net, gross.subtract(net), gross, currency);
    }

    /** The same unit price, the one that was given, for another quantity or tax rate. */
    public LinePrice again(boolean grossWasGiven, BigDecimal taxRate, Quantity ordered) {
        return grossWasGiven
                ? ofGross(grossPrice, taxRate, ordered, currency)
                : ofNet(netPrice, taxRate, ordered, currency);
    }

    private static BigDecimal amount(BigDecimal exact) {
        return exact.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP);
    }
}
