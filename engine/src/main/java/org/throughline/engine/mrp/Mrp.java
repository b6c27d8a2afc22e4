package org.throughline.engine.mrp;

/** Material requirements planning; the algorithm is described in {@code engine/docs/mrp.md}. */
public final class Mrp {

    private Mrp() {}

    /**
     * Plans all items from scratch. Does not change its input; equal inputs give equal plans.
     *
     * @throws org.throughline.engine.EngineRefusal {@code mrp.cycle} if an item contains itself (value {@code path}),
     *     {@code mrp.unknown-item} if something names an item that is not in the input, {@code mrp.invalid} if a value is
     *     out of its range, {@code mrp.quantity-not-representable} if a quantity exceeds the engine's,
     *     {@code mrp.day-not-representable} if a day or a number of days does
     */
    public static MrpPlan plan(MrpInput input) {
        return new NettingRun(ItemTable.of(input)).plan();
    }
}
