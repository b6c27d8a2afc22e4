package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill, prepared for explosion.
 *
 * @param component number of the item
 * @param from first day of the epoch on which it is valid
 * @param to last such day
 * @param sharing the alternates that take a share of what it needs
 * @param plainPer scaled quantity per parent unit of a line without scrap; −1 if there is scrap or it is a by-product
 */
record Part(BomLine line, int component, long from, long to, List<Alternate> sharing, long plainPer) {

    static Part of(BomLine line, int component, List<Alternate> sharing) {
        return new Part(
                line,
                component,
                day(line.validFrom(), Long.MIN_VALUE),
                day(line.validTo(), Long.MAX_VALUE),
                sharing,
                plainPer(line));
    }

    private static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    private static long plainPer(BomLine line) {
        boolean isPlain = line.scrapRate().signum() == 0
                && line.fixedScrap().signum() == 0
                && line.quantityPer().signum() >= 0
                && line.quantityPer().stripTrailingZeros().scale() <= Scaled.DECIMALS;
        return isPlain ? Scaled.of(line.quantityPer(), "a line of " + line.parent()) : -1;
    }

    boolean isValid(int day) {
        return from <= day && day <= to;
    }

    /** What a start of this quantity picks; both scaled. */
    long picked(long startQuantity) {
        if (plainPer >= 0 && Math.multiplyHigh(startQuantity, plainPer) == 0 && startQuantity * plainPer >= 0) {
            return Math.ceilDiv(startQuantity * plainPer, Scaled.ONE);
        }
        var net = Scaled.toDecimal(startQuantity).multiply(line.quantityPer());
        var gross = switch (line.scrapConvention()) {
            case ON_NET -> net.multiply(BigDecimal.ONE.add(line.scrapRate()));
            case YIELD ->
                line.scrapRate().signum() == 0
                        ? net
                        : net.divide(BigDecimal.ONE.subtract(line.scrapRate()), Scaled.DECIMALS, RoundingMode.CEILING);
        };
        return Scaled.ceiling(gross.add(line.fixedScrap()), line.component());
    }
}
