package org.throughline.records;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a field holds: how it is shown, typed in, imported, compared and kept. */
public enum FieldKind {
    /** One line of text. */
    TEXT,
    /** Several lines of text. */
    LONG_TEXT,
    /** Whole number. */
    INTEGER,
    /** Exact decimal number without a unit: a factor, a rate, minutes. */
    DECIMAL,
    /** Exact decimal number, at most six digits after the point, with a unit beside it. */
    QUANTITY,
    /** Amount of money, two digits shown. Seen only by who sees prices. */
    MONEY,
    /** Price or cost of one unit, up to six digits. Seen only by who sees prices. */
    PRICE,
    /** Share of one, kept as a fraction (0.05) and shown as 5 %. */
    PERCENT,
    /** Calendar day in the plant. */
    DATE,
    /** Point in time. */
    INSTANT,
    /** Yes or no. */
    FLAG,
    /** One of a fixed list of codes. */
    CHOICE,
    /** Another record, by its id. */
    REFERENCE,
    /** An account of the house, by its id. */
    USER,
    /** An attached file, by its id. */
    FILE,
    /** Structured value that has its own editor, e.g. shifts. */
    JSON;

    /** As written in the catalogue: {@code long-text}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the value is a number that can be summed and compared. */
    public boolean isNumber() {
        return switch (this) {
            case INTEGER, DECIMAL, QUANTITY, MONEY, PRICE, PERCENT -> true;
            case TEXT, LONG_TEXT, DATE, INSTANT, FLAG, CHOICE, REFERENCE, USER, FILE, JSON -> false;
        };
    }
}
