package org.throughline.purchasing.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.planning.SupplyPegs;
import org.throughline.purchasing.PurchaseOrderLine;

/** For which order lines a purchase order line was made. */
@Component
public class OrderLinesServed {

    /** Record type of what purchasing makes. */
    static final String TYPE = "purchase-order-line";

    private final SupplyPegs pegs;

    OrderLinesServed(SupplyPegs pegs) {
        this.pegs = pegs;
    }

    /** The shares as planning made them, the most urgent first; the whole line for its own order line otherwise. */
    List<SupplyPegs.Share> shares(PurchaseOrderLine line) {
        var known = pegs.of(TYPE, List.of(line.id())).get(line.id());
        if (known != null) {
            return known;
        }
        var own = line.orderLineId();
        return own == null ? List.of() : List.of(new SupplyPegs.Share(own, line.baseQuantity()));
    }

    /** The order lines themselves. */
    public Set<UUID> lines(PurchaseOrderLine line) {
        var lines = new LinkedHashSet<UUID>();
        shares(line).forEach(share -> lines.add(share.orderLineId()));
        return lines;
    }
}
