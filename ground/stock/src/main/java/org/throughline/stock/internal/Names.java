package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return locations.get(place.locationId()).code() + lot + " / " + place.status();
    }

    /** Who else keeps the item: {@code SO-1/2: 10 C62; WO-7: 3 C62}; {@code -} when nobody. */
    String reservedForOthers(ItemBook book, @Nullable UUID orderLineId) {
        List<ItemBook.Kept> others = book.without(orderLineId).kept();
        if (others.isEmpty()) {
            return "-";
        }
        String shown = others.stream()
                .limit(SHOWN)
                .map(kept -> name(kept.reservation()) + ": " + shown(kept.open(), book.unit()))
                .collect(Collectors.joining("; "));
        return others.size() > SHOWN ? shown + "; …" : shown;
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
        return reservation.demandType() + " " + reservation.demandId();
    }

    private static String shown(BigDecimal amount, String unit) {
        return new Quantity(amount, unit).toString();
    }
}
