package org.throughline.engineering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an item is made.
 *
 * @param id         null when defaulted
 * @param defaulted  the item has no routing of its own: this is the visible default operation of its group
 * @param operations by sequence; never empty
 */
public record Routing(
        @Nullable UUID id,
        UUID itemId,
        String revision,
        RevisionStatus status,
        boolean defaulted,
        List<RoutingOperation> operations) {

    public Routing {
        operations = List.copyOf(operations);
    }
}
