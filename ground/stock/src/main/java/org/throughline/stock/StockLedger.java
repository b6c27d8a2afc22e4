package org.throughline.stock;

import java.util.List;
import java.util.UUID;

/** Where every change of stock is written, once and for ever. Nothing in it is changed or deleted. */
public interface StockLedger {

    /**
     * Posts the movement: ledger entries, balances and the consumption of reservations, in the caller's transaction.
     *
     * <p>Rules: no balance goes below zero (unless its location allows it); lots and serial numbers are given for items
     * tracked by them, a serial number stands for one piece; issues and shipments leave what is reserved for others.
     *
     * <p>Reservations: an issue or shipment consumes first those of its own reference, then those of its order line that
     * belong to no other document of the reference's type, up to the quantity issued. Nobody needs to do this by hand.
     * Status changes and count differences are facts and are never refused because of reservations: what can no longer
     * be kept is released, latest reservation first, and told as {@link ReservationLost}.
     *
     * <p>Concurrency: the items are locked in the order of their identity until the transaction ends; post everything
     * that belongs together as one movement.
     *
     * @return the movement's identity; of the earlier one if its key was posted before
     * @throws StockRefused if a rule says no
     */
    UUID post(StockMovement movement);

    /** What was posted with this key, line by line; an importer asks it to tell new facts from known ones. */
    List<LedgerLine> posted(String key);
}
