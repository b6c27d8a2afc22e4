package org.throughline.insight.internal;

import java.util.Map;
import java.util.UUID;

/** One room's part of the lines. Asked for many lines at once; a fixed number of statements however many. */
interface LineSource {

    /** Adds what the room knows; {@code lines} by order line, not to be changed itself. */
    void contribute(Map<UUID, LineFactsBuilder> lines);
}
