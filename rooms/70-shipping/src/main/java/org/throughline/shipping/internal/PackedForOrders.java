package org.throughline.shipping.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.order.GoodsUnderway;
import org.throughline.shipping.ShippingFacts;

/** Tells sales what of a line is packed or has left. */
@Component
class PackedForOrders implements GoodsUnderway {

    private final ShippingFacts facts;

    PackedForOrders(ShippingFacts facts) {
        this.facts = facts;
    }

    @Override
    public Map<UUID, Underway> of(Collection<UUID> lineIds) {
        var underway = new HashMap<UUID, Underway>();
        facts.of(lineIds).forEach((line, fact) -> underway.put(line, new Underway(fact.packed(), fact.shipped())));
        return underway;
    }
}
