package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A substitute for an item: its stock may serve the item's requirements, or it is planned for a fixed share of them.
 *
 * <p>Of {@link Use#SHARED} nothing else is asked: the share is a requirement of the substitute, with orders of its own. For the
 * other uses new orders are always for the item itself, the substitute's own requirements take its stock first, and only
 * the rest is offered here.
 *
 * @param item the main part
 * @param ratio units of the substitute that replace one unit of the item; greater than 0
 * @param priority lower first
 * @param parent only where this item is made; null: everywhere
 * @param share for {@link Use#SHARED} the part of what parents need that is planned as the substitute, 0 &lt; share ≤ 1; all shares
 *     of an item in a parent on one day sum to at most 1; rounded down to the item's {@link PlanItem#startStep()}. Zero for
 *     the others
 * @param validFrom first day of the needs it may serve, for {@link Use#SHARED} first start day of the parents; null for always
 * @param validTo last such day, inclusive; null for ever
 * @param whole taken only where its stock covers all of a need that is still open, never mixed (整批替代); not for
 *     {@link Use#SHARED}
 */
public record Alternate(
        String item,
        String substitute,
        BigDecimal ratio,
        int priority,
        Use use,
        @Nullable String parent,
        BigDecimal share,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean whole) {

    /** A substitute that is always valid and may be mixed with the item. */
    public Alternate(
            String item,
            String substitute,
            BigDecimal ratio,
            int priority,
            Use use,
            @Nullable String parent,
            BigDecimal share) {
        this(item, substitute, ratio, priority, use, parent, share, null, null, false);
    }

    /** A substitute whose stock may be used where one item is made. */
    public Alternate(String item, String substitute, BigDecimal ratio, int priority, Use use, @Nullable String parent) {
        this(item, substitute, ratio, priority, use, parent, BigDecimal.ZERO);
    }

    /** A substitute whose stock may be used everywhere. */
    public Alternate(String item, String substitute, BigDecimal ratio, int priority, Use use) {
        this(item, substitute, ratio, priority, use, null);
    }

    /** A substitute that is planned for a share of what every parent needs. */
    public static Alternate shared(String item, String substitute, BigDecimal ratio, BigDecimal share) {
        return new Alternate(item, substitute, ratio, 0, Use.SHARED, null, share);
    }

    public Alternate validBetween(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Alternate(item, substitute, ratio, priority, use, parent, share, from, to, whole);
    }

    /** The same, but for each need either all of what is open or nothing (整批替代). */
    public Alternate onlyWhole() {
        return new Alternate(item, substitute, ratio, priority, use, parent, share, validFrom, validTo, true);
    }

    /** @param day of the epoch */
    boolean isValid(long day) {
        return (validFrom == null || validFrom.toEpochDay() <= day) && (validTo == null || day <= validTo.toEpochDay());
    }

    boolean isShared() {
        return use == Use.SHARED;
    }

    boolean isFor(String madeItem) {
        return parent == null || parent.equals(madeItem);
    }

    /** How the substitute is used. */
    public enum Use {
        /** Its stock, before the item's own: it is to be used up. */
        USE_UP_FIRST,
        /** Its stock, after the item's own stock and open supply, before a new order. */
        BEFORE_NEW_ORDER,
        /** For a fixed share of what parents need, from stock or ordered. */
        SHARED
    }
}
