package org.throughline.planning.internal;

import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.engine.mrp.Damping;

/** What the administrator can set for planning. */
@Component
class PlanningSettings {

    private final boolean automatic;
    private final int expediteDays;
    private final int deferDays;
    private final BigDecimal quantityShare;
    private final int deliveryDays;

    PlanningSettings(
            @Value("${throughline.planning.automatic:true}") boolean automatic,
            @Value("${throughline.planning.expedite-days:1}") int expediteDays,
            @Value("${throughline.planning.defer-days:3}") int deferDays,
            @Value("${throughline.planning.quantity-share:0.05}") BigDecimal quantityShare,
            @Value("${throughline.planning.delivery-days:0}") int deliveryDays) {
        this.automatic = automatic;
        this.expediteDays = expediteDays;
        this.deferDays = deferDays;
        this.quantityShare = quantityShare;
        this.deliveryDays = deliveryDays;
    }

    /** Whether a run follows by itself when an order is confirmed or changed. */
    boolean automatic() {
        return automatic;
    }

    /** Working days from the last operation to the customer: inspection, packing, transport. */
    int deliveryDays() {
        return deliveryDays;
    }

    /** Differences of open supply that are too small to bother people with. */
    Damping damping() {
        return new Damping(expediteDays, deferDays, quantityShare);
    }
}
