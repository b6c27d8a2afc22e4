package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;

/** What the administrator can set for purchasing. */
@Component
public class PurchasingSettings {

    private final BigDecimal tolerance;

    PurchasingSettings(@Value("${throughline.purchasing.over-receipt-tolerance:0.05}") BigDecimal tolerance) {
        this.tolerance = tolerance;
    }

    /** How much may come in for so much ordered. */
    public Quantity mostOf(Quantity ordered) {
        var most = ordered.amount().multiply(BigDecimal.ONE.add(tolerance));
        return new Quantity(most.setScale(Quantity.SCALE, RoundingMode.DOWN), ordered.unit());
    }
}
