package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
     * @param offsetDays workdays between the start of the order that picks the components and {@code day}
     */
    record Parent(
            int item,
            RequirementRef ref,
            long quantity,
            long startQuantity,
            Slices slices,
            int day,
            int receipt,
            int offsetDays,
            int priority,
            @Nullable String peg) {}

    void explode(Parent parent) {
        for (var line : table.lines.get(parent.item())) {
            if (isWanted.test(table.number(line.component(), line.parent())) && isValid(line, parent.day())) {
                if (line.quantityPer().signum() < 0) {
                    receiveByProduct(line, parent);
                } else {
                    need(line, parent);
                }
            }
        }
    }

    private static boolean isValid(BomLine line, int day) {
        return startsBy(line.validFrom(), day)
                && (line.validTo() == null || day <= line.validTo().toEpochDay());
    }

    private static boolean startsBy(@Nullable LocalDate from, int day) {
        return from == null || from.toEpochDay() <= day;
    }

    private void need(BomLine line, Parent parent) {
        long quantity = grossQuantity(line, parent.startQuantity());
        int component = table.number(line.component(), line.parent());
        long rest = quantity;
        for (var alternate : table.sharing(line)) {
            long part = Math.min(rest, part(alternate, quantity, component));
            int substitute = table.number(alternate.substitute(), alternate.item());
            add(substitute, line, parent, inItsUnits(alternate, part));
            rest -= part;
        }
        add(component, line, parent, rest);
    }

    /** How much of a need an alternate takes, in units of the item, in whole steps. */
    private long part(Alternate alternate, long quantity, int item) {
        var exact =
                Scaled.toDecimal(quantity).multiply(alternate.share()).setScale(Scaled.DECIMALS, RoundingMode.FLOOR);
        long part = Scaled.of(exact, alternate.item());
        long step = Scaled.of(table.items[item].startStep(), alternate.item());
        return step == 0 ? part : part - part % step;
    }

    private static long inItsUnits(Alternate alternate, long part) {
        return Scaled.ceiling(Scaled.toDecimal(part).multiply(alternate.ratio()), alternate.substitute());
    }

    private void add(int item, BomLine line, Parent parent, long quantity) {
        if (quantity == 0) {
            return;
        }
        int day = (int) table.calendars[parent.item()].plusDays(parent.day(), line.offsetDays());
        needs.get(item)
                .add(new Need(
                        day,
                        quantity,
                        parent.priority(),
                        parent.ref(),
                        parent.peg(),
                        parent.slices().scaledTo(quantity, parent.quantity()),
                        parent.offsetDays() + line.offsetDays(),
                        parent.item()));
    }

    private static long grossQuantity(BomLine line, long startQuantity) {
        var net = Scaled.toDecimal(startQuantity).multiply(line.quantityPer());
        var gross = switch (line.scrapConvention()) {
            case ON_NET -> net.multiply(BigDecimal.ONE.add(line.scrapRate()));
            case YIELD ->
                line.scrapRate().signum() == 0
                        ? net
                        : net.divide(BigDecimal.ONE.subtract(line.scrapRate()), Scaled.DECIMALS, RoundingMode.CEILING);
        };
        return Scaled.ceiling(gross.add(line.fixedScrap()), line.component());
    }

    private void receiveByProduct(BomLine line, Parent parent) {
        var exact = Scaled.toDecimal(parent.quantity())
                .multiply(line.quantityPer().negate())
                .setScale(Scaled.DECIMALS, RoundingMode.FLOOR);
        long quantity = Scaled.of(exact, line.component());
        if (quantity > 0) {
            int product = table.number(line.component(), line.parent());
            var ref = new SupplyRef(SupplyRef.Kind.BY_PRODUCT, parent.ref().id());
            supplies.get(product).add(new Supply(ref, product, parent.receipt(), quantity, false, parent.peg()));
        }
    }
}
