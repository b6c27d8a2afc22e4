package org.throughline.order.internal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;
import org.throughline.order.GoodsUnderway;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderRefused;

/** A line is not reduced below what is packed or has left. */
@Component
public class KeptGoods {

    private final ObjectProvider<GoodsUnderway> underway;

    KeptGoods(ObjectProvider<GoodsUnderway> underway) {
        this.underway = underway;
    }

    /**
     * Passes if {@code left} still covers everything packed and shipped.
     *
     * @param left what would be left of the line, in its base unit; for a cancellation what was delivered
     * @throws OrderRefused if more is packed or has left
     */
    public void requireCovered(OrderLine line, Quantity left) {
        for (var answer : underway) {
            var goods = answer.of(List.of(line.id())).get(line.id());
            if (goods == null) {
                continue;
            }
            if (goods.shipped().compareTo(left) > 0) {
                throw OrderRefused.lineShipped(line.label(), goods.shipped());
            }
            if (goods.packed().compareTo(left) > 0) {
                throw OrderRefused.linePacked(line.label(), goods.packed());
            }
        }
    }
}
