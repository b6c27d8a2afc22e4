package org.throughline.stock;

import java.util.List;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** Stock that cannot be moved or reserved as asked. */
public final class StockRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private StockRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** @param where location, and lot where there is one */
    public static StockRefused notEnough(
            String item, Quantity have, Quantity need, String where, List<List<Object>> reservedForOthers) {
        return new StockRefused(
                "stock.not-enough",
                "item",
                item,
                "have",
                have,
                "need",
                need,
                "where",
                where,
                "reserved",
                reservedForOthers);
    }

    /** @param reservedFor who has it, with quantities */
    public static StockRefused reservedForOthers(
            String item, Quantity free, Quantity need, List<List<Object>> reservedFor) {
        return new StockRefused(
                "stock.reserved-for-others", "item", item, "free", free, "need", need, "reserved", reservedFor);
    }

    /** @param reservedFor who has the rest, with quantities */
    public static StockRefused cannotReserve(
            String item, Quantity free, Quantity need, List<List<Object>> reservedFor) {
        return new StockRefused(
                "stock.cannot-reserve", "item", item, "free", free, "need", need, "reserved", reservedFor);
    }

    public static StockRefused notUsable(String item, StockStatus status) {
        return new StockRefused("stock.not-usable", "item", item, "status", status.name());
    }

    public static StockRefused notPositive(Quantity quantity) {
        return new StockRefused("stock.not-positive", "quantity", quantity);
    }

    public static StockRefused zero(String item) {
        return new StockRefused("stock.zero", "item", item);
    }

    public static StockRefused empty() {
        return new StockRefused("stock.empty-movement");
    }

    public static StockRefused lotRequired(String item) {
        return new StockRefused("stock.lot-required", "item", item);
    }

    public static StockRefused lotOfOtherItem(String item, String lot) {
        return new StockRefused("stock.lot-of-other-item", "item", item, "lot", lot);
    }

    public static StockRefused serialIsOnePiece(String item, String serial, Quantity quantity) {
        return new StockRefused("stock.serial-is-one-piece", "item", item, "serial", serial, "quantity", quantity);
    }

    public static StockRefused serialPresent(String item, String serial, String where) {
        return new StockRefused("stock.serial-present", "item", item, "serial", serial, "where", where);
    }

    public static StockRefused phantom(String item) {
        return new StockRefused("stock.phantom", "item", item);
    }

    public static StockRefused reasonRequired(String item) {
        return new StockRefused("stock.reason-required", "item", item);
    }

    public static StockRefused locationInactive(String location) {
        return new StockRefused("stock.location-inactive", "location", location);
    }

    public static StockRefused noLocation(Location.Kind kind) {
        return new StockRefused("stock.no-location", "kind", kind.name());
    }

    public static StockRefused keyReused(String key, String earlier) {
        return new StockRefused("stock.key-reused", "key", key, "earlier", earlier);
    }
}
