package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one parent consumes of one component.
 *
 * @param quantityPer component units per parent unit; negative for a by-product, received when the parent is done
 * @param scrapRate component scrap, 0 ≤ rate &lt; 1
 * @param fixedScrap component units lost per order, whatever its size (固定损耗)
 * @param offsetDays workdays after the parent's start on which the component is needed
 * @param validFrom first start day of parent orders that use this line; null for always
 * @param validTo last such day, inclusive; null for ever
 */
public record BomLine(
        String parent,
        String component,
        BigDecimal quantityPer,
        BigDecimal scrapRate,
        ScrapConvention scrapConvention,
        BigDecimal fixedScrap,
        int offsetDays,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** A plain line: no scrap, needed at the start, always valid. */
    public static BomLine of(String parent, String component, BigDecimal quantityPer) {
        return new BomLine(
                parent, component, quantityPer, BigDecimal.ZERO, ScrapConvention.YIELD, BigDecimal.ZERO, 0, null, null);
    }

    public BomLine withScrap(BigDecimal rate, ScrapConvention convention) {
        return new BomLine(
                parent, component, quantityPer, rate, convention, fixedScrap, offsetDays, validFrom, validTo);
    }

    public BomLine withFixedScrap(BigDecimal units) {
        return new BomLine(
                parent, component, quantityPer, scrapRate, scrapConvention, units, offsetDays, validFrom, validTo);
    }

    public BomLine withOffsetDays(int days) {
        return new BomLine(
                parent, component, quantityPer, scrapRate, scrapConvention, fixedScrap, days, validFrom, validTo);
    }

    public BomLine validBetween(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new BomLine(
                parent, component, quantityPer, scrapRate, scrapConvention, fixedScrap, offsetDays, from, to);
    }
}
