package org.throughline.stock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;
import org.throughline.stock.DemandNames;
import org.throughline.stock.Locations;
import org.throughline.stock.Lots;
import org.throughline.stock.Reservation;
import org.throughline.stock.StockPlace;

/** Words for refusals: where goods lie and for whom they are kept. */
@Component
class Names {

    private static final int SHOWN = 5;

    private final Locations locations;
    private final Lots lots;
    private final ObjectProvider<DemandNames> demandNames;

    Names(Locations locations, Lots lots, ObjectProvider<DemandNames> demandNames) {
        this.locations = locations;
        this.lots = lots;
        this.demandNames = demandNames;
    }

    String where(StockPlace place) {
        UUID lotId = place.lotId();
        String lot = lotId == null ? "" : " / " + lots.get(lotId).number();
        return locations.get(place.locationId()).code() + lot;
    }

    /** Who else keeps the item, each with how much: {@code SO-1/2 10 pcs}; empty when nobody. */
    List<List<Object>> reservedForOthers(ItemBook book, @Nullable UUID orderLineId) {
        List<ItemBook.Kept> others = book.without(orderLineId).kept();
        var shown = new ArrayList<List<Object>>();
        others.stream()
                .limit(SHOWN)
                .forEach(kept -> shown.add(List.of(name(kept.reservation()), new Quantity(kept.open(), book.unit()))));
        if (others.size() > SHOWN) {
            shown.add(List.of("…"));
        }
        return shown;
    }

    private String name(Reservation reservation) {
        for (DemandNames names : demandNames) {
            if (names.demandType().equals(reservation.demandType())) {
                String name = names.names(List.of(reservation.demandId())).get(reservation.demandId());
                if (name != null) {
                    return name;
                }
            }
        }
        return reservation.demandType();
    }
}
