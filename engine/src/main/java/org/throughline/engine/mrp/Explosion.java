package org.throughline.engine.mrp;

import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Turns an order into the needs of its components and the receipts of its by-products. */
final class Explosion {

    private final ItemTable table;
    private final List<List<Need>> needs;
    private final List<List<Supply>> supplies;
    private final IntPredicate isWanted;

    /**
     * Fills {@code needs} and {@code supplies}, one list per item, in place.
     *
     * @param isWanted the components whose lists are to be filled
     */
    Explosion(ItemTable table, List<List<Need>> needs, List<List<Supply>> supplies, IntPredicate isWanted) {
        this.table = table;
        this.needs = needs;
        this.supplies = supplies;
        this.isWanted = isWanted;
    }

    /**
     * What is exploded.
     *
     * @param quantity scaled, what is received; the slices sum to at most this
     * @param startQuantity scaled, what is started
     * @param day of the components, in days of the epoch
     * @param receipt day of by-products
     * @param through the need of the phantom that is blown through; null if an order is exploded
     */
    record Parent(
            int item,
            Taker taker,
            long quantity,
            long startQuantity,
            Slices slices,
            int day,
            int receipt,
            @Nullable Need through,
            int priority,
            @Nullable String peg) {}

    void explode(Parent parent) {
        for (var part : table.parts.get(parent.item())) {
            if (isWanted.test(part.component()) && part.isValid(parent.day())) {
                if (part.line().quantityPer().signum() < 0) {
                    receiveByProduct(part, parent);
                } else {
                    need(part, parent);
                }
            }
        }
    }

    private void need(Part part, Parent parent) {
        long quantity = part.picked(parent.startQuantity());
        long rest = quantity;
        for (var alternate : part.sharing()) {
            if (alternate.isValid(parent.day())) {
                long share = Math.min(rest, share(alternate, quantity, part.component()));
                int substitute = table.number(alternate.substitute(), alternate.item());
                add(substitute, part.line(), parent, inItsUnits(alternate, share));
                rest -= share;
            }
        }
        add(part.component(), part.line(), parent, rest);
    }

    /** How much of a need an alternate takes, in units of the item, in whole steps. */
    private long share(Alternate alternate, long quantity, int item) {
        var exact =
                Scaled.toDecimal(quantity).multiply(alternate.share()).setScale(Scaled.DECIMALS, RoundingMode.FLOOR);
        long share = Scaled.of(exact, alternate.item());
        long step = Scaled.of(table.items[item].startStep(), alternate.item());
        return step == 0 ? share : share - share % step;
    }

    private static long inItsUnits(Alternate alternate, long share) {
        return Scaled.ceiling(Scaled.toDecimal(share).multiply(alternate.ratio()), alternate.substitute());
    }

    private void add(int item, BomLine line, Parent parent, long quantity) {
        if (quantity == 0) {
            return;
        }
        int day = Days.of(table.calendars[parent.item()].plusDays(parent.day(), line.offsetDays()), line.component());
        needs.get(item)
                .add(new Need(
                        day,
                        quantity,
                        parent.priority(),
                        parent.taker(),
                        parent.peg(),
                        parent.slices().scaledTo(quantity, parent.quantity()),
                        line.offsetDays(),
                        parent.item(),
                        parent.through()));
    }

    private void receiveByProduct(Part part, Parent parent) {
        var line = part.line();
        var exact = Scaled.toDecimal(parent.quantity())
                .multiply(line.quantityPer().negate())
                .setScale(Scaled.DECIMALS, RoundingMode.FLOOR);
        long quantity = Scaled.of(exact, line.component());
        if (quantity > 0) {
            supplies.get(part.component())
                    .add(Supply.byProduct(parent.taker(), part.component(), parent.receipt(), quantity, parent.peg()));
        }
    }
}
