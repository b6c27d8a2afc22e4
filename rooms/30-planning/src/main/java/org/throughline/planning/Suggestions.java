package org.throughline.planning;

import java.util.List;

/** The open proposals, for the rooms that carry them out. */
public interface Suggestions {

    /** Proposals that nobody decided about, by order-by date. */
    List<Suggestion> proposed(SupplyKind kind);
}
