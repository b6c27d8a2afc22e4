package org.throughline.factory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * Something that is made, bought or only assembled on paper. Immutable; {@code with…} answers a changed copy, which
 * {@link Items#change} writes.
 *
 * @param code                 unique in the organisation, e.g. {@code BK-R93R-62}
 * @param name                 as the plant calls it
 * @param nameEnglish          for English pages and papers
 * @param specification        e.g. {@code 45# φ30×120}
 * @param drawingNumber        the drawing it is made to
 * @param revision             current revision of the item, e.g. {@code B}
 * @param unit                 base unit: stock, BOMs and plans count in it
 * @param groupId              item group; gives the default operation of a made item without a routing
 * @param leadTimeDays         working days for a made item, calendar days for a bought one; 0 or more
 * @param safetyStock          in the base unit; 0 or more
 * @param lots                 how requirements become lots
 * @param scrapRate            expected loss when it is made, 0 (none) up to but not including 1
 * @param inspectOnReceipt     bought goods wait for the inspector
 * @param inspectOnCompletion  finished goods wait for the inspector
 * @param standardCost         for one base unit; zero when unknown
 * @param listPrice            for one base unit, without tax; zero when unknown
 * @param lowLevelCode         deepest level at which any structure uses it; 0 = used by none. Kept by engineering
 * @param pictureFileId        an attachment to show on cards
 * @param externalId           its key in the system it was imported from
 * @param version              row version when this was read
 */
public record Item(
        UUID id,
        String code,
        String name,
        @Nullable String nameEnglish,
        @Nullable String specification,
        @Nullable String drawingNumber,
        @Nullable String revision,
        Kind kind,
        String unit,
        @Nullable UUID groupId,
        int leadTimeDays,
        BigDecimal safetyStock,
        LotPolicy lots,
        BigDecimal scrapRate,
        Tracking tracking,
        boolean inspectOnReceipt,
        boolean inspectOnCompletion,
        Peg peg,
        Money standardCost,
        Money listPrice,
        int lowLevelCode,
        boolean active,
        @Nullable UUID pictureFileId,
        @Nullable String externalId,
        int version) {

    /** Where it comes from. */
    public enum Kind {
        /** Made here, by a work order. */
        MAKE,
        /** Bought. */
        BUY,
        /** Never on stock: its components stand in its place. */
        PHANTOM
    }

    /** How single pieces or lots are told apart. */
    public enum Tracking {
        NONE,
        LOT,
        /** Every piece has its own number. */
        SERIAL
    }

    /** Which stock and supply a requirement may use. */
    public enum Peg {
        /** Only what was made, bought or reserved for the same order line. */
        HARD,
        /** Whatever is free. */
        FREE
    }

    /** A new item with the usual settings: lot for lot, no lead time, free pegging, not tracked, in CNY. */
    public static Item fresh(Kind kind, String code, String name, String unit) {
        return new Item(
                Identity.fresh(),
                code,
                name,
                null,
                null,
                null,
                null,
                kind,
                unit,
                null,
                0,
                BigDecimal.ZERO,
                LotPolicy.lotForLot(),
                BigDecimal.ZERO,
                Tracking.NONE,
                false,
                false,
                Peg.FREE,
                Money.zero("CNY"),
                Money.zero("CNY"),
                0,
                true,
                null,
                null,
                0);
    }

    /** {@code amount} of this item in its base unit. */
    public Quantity quantity(BigDecimal amount) {
        return new Quantity(amount, unit);
    }

    /** Safety stock as a quantity in the base unit. */
    public Quantity safety() {
        return new Quantity(safetyStock, unit);
    }

    /** A copy to change several fields of. */
    public ItemChange change() {
        return new ItemChange(this);
    }
}
