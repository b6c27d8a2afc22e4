package org.throughline.factory;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/**
 * Units of measure and the exact way from one to another.
 *
 * <p>A conversion is a fraction, never a decimal approximation. Between two units the item's own conversions (1 piece of
 * this casting = 37/20 kg) come first, then the dimension's (1 t = 1000 kg). If the answer needs more than six digits
 * after the point it is refused, unless the caller names the rounding: nothing is rounded silently.
 */
public interface Units {

    /** @throws UnitRefused if there is no such unit */
    Unit get(String code);

    Optional<Unit> find(String code);

    /** Every unit, by dimension and code. */
    List<Unit> all();

    /** Adds the unit, or renames the one with the same code; its dimension and size never change. */
    Unit save(Unit unit);

    /**
     * The same amount of the item in another unit, exactly.
     *
     * @throws UnitRefused if a unit is unknown, no conversion is known, or the answer has more than six digits
     */
    Quantity convert(UUID itemId, Quantity quantity, String toUnit);

    /**
     * The same amount of the item in another unit, rounded to six digits as the caller says.
     *
     * @throws UnitRefused if a unit is unknown or no conversion is known
     */
    Quantity convert(UUID itemId, Quantity quantity, String toUnit, RoundingMode rounding);

    /** {@link #convert(UUID, Quantity, String)} into the item's base unit. */
    Quantity toBase(UUID itemId, Quantity quantity);

    /**
     * Refuses parts of what is counted in pieces: an order of 1.5 pieces is a typing error.
     *
     * @param item the item's code, for the refusal
     * @throws UnitRefused if the unit counts pieces and the amount is not a whole number
     */
    void requireWhole(String item, Quantity quantity);

    /** As much of the quantity as can be counted: whole pieces where the unit counts pieces, else all of it. */
    Quantity countable(Quantity quantity);

    /**
     * How many {@code toUnit} one {@code fromUnit} of the item is.
     *
     * @throws UnitRefused if a unit is unknown or no conversion is known
     */
    Ratio ratio(UUID itemId, String fromUnit, String toUnit);

    /** The item's own conversions, by unit: one unit = ratio of the item's base unit. */
    List<ItemUnit> ofItem(UUID itemId);

    /**
     * Says how much one {@code unit} of the item is in its base unit, and replaces what was said before.
     *
     * @throws UnitRefused if the unit is unknown or is the base unit itself
     */
    void define(UUID itemId, String unit, Ratio inBaseUnit);

    /** One {@code unit} of the item is {@code inBaseUnit} of its base unit. */
    record ItemUnit(UUID itemId, String unit, Ratio inBaseUnit) {}
}
