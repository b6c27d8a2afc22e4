package org.throughline.engineering;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * One level of a bill of material: what one lot of the parent consists of, on one date.
 *
 * @param baseQuantity the lot of the parent the lines' quantities are for, usually 1
 * @param lines        those valid on the date asked for, by position; of alternatives the first choice only, see
 *                     {@link #alternatives}
 * @param alternatives the other choices
 */
public record Bom(
        UUID id,
        UUID itemId,
        String revision,
        RevisionStatus status,
        Quantity baseQuantity,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<BomLine> lines,
        List<BomLine> alternatives) {

    public Bom {
        lines = List.copyOf(lines);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * What {@code line} needs for an order of {@code parent}: net, scrap by the line's convention, fixed loss once.
     * Rounded up to the sixth digit, so that never too little is planned.
     */
    public Quantity required(BomLine line, Quantity parent) {
        var net = parent.amount().multiply(line.quantityPer().amount());
        var inflated = switch (line.scrapConvention()) {
            case ON_TOP ->
                net.multiply(BigDecimal.ONE.add(line.scrapRate()))
                        .divide(baseQuantity.amount(), MathContext.DECIMAL128);
            case YIELD ->
                net.divide(
                        baseQuantity.amount().multiply(BigDecimal.ONE.subtract(line.scrapRate())),
                        MathContext.DECIMAL128);
        };
        var needed = inflated.add(line.fixedLoss().amount());
        return new Quantity(
                needed.setScale(Quantity.SCALE, RoundingMode.UP),
                line.quantityPer().unit());
    }
}
