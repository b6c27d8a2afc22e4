package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can cover needs of one item while it is being netted. */
final class Supply {

    /** Stock is there since ever. */
    static final int ALWAYS = Integer.MIN_VALUE;

    final SupplyRef ref;
    /** The item whose units are counted: the netted item's, or a substitute's. */
    final int item;
    /** The day it is there. */
    final int day;

    final long quantity;
    final boolean movable;
    final @Nullable String peg;
    /** Itself as one that needs components; null for stock and by-products. */
    final @Nullable Taker taker;
    /** The order that it is a by-product of; null for all else. */
    final @Nullable Taker maker;
    /** The open receipt that it is; null for all else. */
    final @Nullable OpenSupply receipt;

    /** What it covers, in order; becomes the demand lines it is for. */
    final Slices slices = new Slices();

    final List<Match> matches = new ArrayList<>(2);
    /** The first day something needs it. */
    int firstNeed = Integer.MAX_VALUE;
    /** The most urgent of the needs it covers. */
    int priority = Integer.MAX_VALUE;

    long left;

    private Supply(
            SupplyRef ref,
            int item,
            int day,
            long quantity,
            boolean movable,
            @Nullable String peg,
            @Nullable Taker taker,
            @Nullable Taker maker,
            @Nullable OpenSupply receipt) {
        this.ref = ref;
        this.item = item;
        this.day = day;
        this.quantity = quantity;
        this.movable = movable;
        this.peg = peg;
        this.taker = taker;
        this.maker = maker;
        this.receipt = receipt;
        left = quantity;
    }

    static Supply stock(Stock stock, int item, long quantity) {
        var ref = new SupplyRef(SupplyRef.Kind.STOCK, stock.id());
        return new Supply(ref, item, ALWAYS, quantity, true, stock.peg(), null, null, null);
    }

    static Supply open(OpenSupply receipt, int item, int day, long quantity) {
        var ref = new SupplyRef(SupplyRef.Kind.OPEN, receipt.id());
        var taker = new Taker(RequirementRef.Kind.OPEN, receipt.id());
        boolean movable = receipt.firmness() == OpenSupply.Firmness.OPEN;
        return new Supply(ref, item, day, quantity, movable, receipt.peg(), taker, null, receipt);
    }

    static Supply planned(String id, int item, int day, long quantity, @Nullable String peg) {
        var taker = new Taker(RequirementRef.Kind.PLANNED, id);
        return new Supply(new SupplyRef(SupplyRef.Kind.PLANNED, id), item, day, quantity, true, peg, taker, null, null);
    }

    /** @param maker the order */
    static Supply byProduct(Taker maker, int item, int day, long quantity, @Nullable String peg) {
        var ref = new SupplyRef(SupplyRef.Kind.BY_PRODUCT, maker.ref.id());
        return new Supply(ref, item, day, quantity, false, peg, null, maker, null);
    }

    /** So much of this supply covers that need. */
    record Match(Need need, long quantity) {}

    boolean serves(int needDay) {
        return movable || day <= needDay;
    }

    /** Covers as much of the need as it can. */
    void cover(Need need) {
        long amount = Math.min(left, need.open());
        take(need, amount, amount);
    }

    /**
     * Covers an amount of the need.
     *
     * @param amount in units of the need
     * @param own the same in units of this supply
     */
    void take(Need need, long amount, long own) {
        if (amount == 0) {
            return;
        }
        if (own == amount) {
            need.slices.copyRange(need.covered, need.covered + amount, slices);
        } else {
            var part = new Slices();
            need.slices.copyRange(need.covered, need.covered + amount, part);
            part.scaledTo(own, amount).copyRange(0, own, slices);
        }
        need.covered += amount;
        left -= own;
        matches.add(new Match(need, own));
        firstNeed = Math.min(firstNeed, need.day);
        priority = Math.min(priority, need.priority);
    }
}
