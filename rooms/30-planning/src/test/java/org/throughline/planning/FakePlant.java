package org.throughline.planning;

import java.math.BigDecimal;
import org.throughline.factory.Item;
import org.throughline.factory.Items;

/** The rooms around planning that a test writes down, all together. */
record FakePlant(
        Items items,
        FakeOrders orders,
        FakeOrderChanges orderChanges,
        FakeStructures structures,
        FakeStock stock,
        FakeReservations reservations,
        FakeFloor floor) {

    /** Nothing is ordered, made, kept or known. */
    void clear() {
        orders.clear();
        orderChanges.settled.clear();
        structures.clear();
        stock.clear();
        reservations.all.clear();
        floor.clear();
    }

    Item made(String code) {
        return made(Item.fresh(Item.Kind.MAKE, code, code, "C62"));
    }

    /** One made by hand, without machines. */
    Item made(Item fresh) {
        var item = items.add(fresh);
        structures.madeByHand(item);
        return item;
    }

    Item stocked(Item item, long quantity) {
        stock.available.put(item.id(), BigDecimal.valueOf(quantity));
        return item;
    }
}
