package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days and quantities as callers see them. Equal ones are mostly the same object: a plan names few different days and quantities,
 * but each of them very often.
 */
final class Shown {

    private static final int PLACES = 1 << 12;

    private final @Nullable LocalDate[] dates = new LocalDate[PLACES];
    private final @Nullable BigDecimal[] quantities = new BigDecimal[PLACES];
    private final long[] scaled = new long[PLACES];

    /** @param day of the epoch */
    LocalDate date(int day) {
        int place = day & (PLACES - 1);
        var known = dates[place];
        if (known == null || known.toEpochDay() != day) {
            known = LocalDate.ofEpochDay(day);
            dates[place] = known;
        }
        return known;
    }

    BigDecimal quantity(long millionths) {
        int place = (int) ((millionths * 0x9E3779B97F4A7C15L) >>> 52);
        var known = quantities[place];
        if (known == null || scaled[place] != millionths) {
            known = Scaled.toDecimal(millionths);
            quantities[place] = known;
            scaled[place] = millionths;
        }
        return known;
    }
}
