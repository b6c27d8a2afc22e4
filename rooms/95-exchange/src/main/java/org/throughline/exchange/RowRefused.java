package org.throughline.exchange;

import org.throughline.kernel.RuleViolation;

/** A row of a foreign file that cannot be, or need not be, imported. */
public final class RowRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private RowRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** It refers to something that is not there. */
    public static RowRefused unknown(String column, String value) {
        return new RowRefused("exchange.unknown-reference", "column", column, "value", value);
    }

    public static RowRefused malformed(String column, String value) {
        return new RowRefused("exchange.malformed", "column", column, "value", value);
    }

    public static RowRefused tooFewColumns(int expected, int found) {
        return new RowRefused("exchange.too-few-columns", "expected", expected, "found", found);
    }

    /** Its quantity is zero: there is nothing to book. */
    public static RowRefused nothingThere() {
        return new RowRefused("exchange.nothing-there");
    }

    /** A row of the bill of material that only says that something is a finished product. */
    public static RowRefused finishedProductHead(String item) {
        return new RowRefused("exchange.finished-product-head", "item", item);
    }

    /** Rows of this table have no place here. */
    public static RowRefused notCarried(String table) {
        return new RowRefused("exchange.not-carried", "table", table);
    }

    /** The row has a meaning that this product does not keep. */
    public static RowRefused noCounterpart(String what, String value) {
        return new RowRefused("exchange.no-counterpart", "what", what, "value", value);
    }

    /** The same row came before in the file. */
    public static RowRefused repeated(String key) {
        return new RowRefused("exchange.repeated", "key", key);
    }

    /** What was imported under the key before is different, and a fact cannot be changed. */
    public static RowRefused alreadyDifferent(String key) {
        return new RowRefused("exchange.already-different", "key", key);
    }

    /** The database refused it. */
    public static RowRefused notStorable(String why) {
        return new RowRefused("exchange.not-storable", "why", why);
    }
}
