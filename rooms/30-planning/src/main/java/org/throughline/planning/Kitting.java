package org.throughline.planning;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Which components are there. Stock is allotted by the priority of the orders, so the same piece is never shown to two of
 * them.
 */
public interface Kitting {

    /** One kit for each line that needs components. */
    Map<UUID, Kit> ofLines(Collection<UUID> orderLineIds);

    /** One kit for each open work order. */
    Map<UUID, Kit> ofWorkOrders(Collection<UUID> workOrderIds);
}
