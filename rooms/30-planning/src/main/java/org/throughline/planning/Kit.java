package org.throughline.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Are all components of an order line or a work order there, and if not, from when?
 *
 * @param id    the order line or work order
 * @param ready components that are issued, reserved or on hand in full
 * @param total components
 * @param allBy when the last one is expected, suggestions counted as ordered today; null if all are there
 * @param items worst first
 */
public record Kit(UUID id, int ready, int total, @Nullable LocalDate allBy, List<KitItem> items) {

    public Kit {
        items = List.copyOf(items);
    }

    public boolean complete() {
        return ready == total;
    }
}
