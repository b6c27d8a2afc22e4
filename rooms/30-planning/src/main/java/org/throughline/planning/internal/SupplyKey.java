package org.throughline.planning.internal;

import java.util.UUID;
import org.throughline.planning.OpenSupply;

/** Names an open supply over all rooms. */
record SupplyKey(String type, UUID id) {

    static SupplyKey of(OpenSupply supply) {
        return new SupplyKey(supply.type(), supply.id());
    }
}
