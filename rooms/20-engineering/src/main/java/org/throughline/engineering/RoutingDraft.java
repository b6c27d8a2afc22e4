package org.throughline.engineering;

import java.util.List;
import java.util.UUID;

/**
 * A whole routing as somebody wants it to be.
 *
 * @param status     DRAFT, or RELEASED to make it the valid one at once
 * @param operations all of them, ids not used; operations that are not named are removed
 */
public record RoutingDraft(UUID itemId, String revision, RevisionStatus status, List<RoutingOperation> operations) {

    public RoutingDraft {
        operations = List.copyOf(operations);
    }
}
