package org.throughline.portal;

import java.util.List;
import java.util.UUID;

/**
 * The lines that the current external account may see: its own partner's. Declared here, answered by insight; the
 * database's row-level security keeps foreign rows away whatever is asked.
 */
public interface SharedLines {

    /** Confirmed lines of the customer, open ones first, the next delivery first. */
    List<SharedLine> mine();

    /** @throws org.throughline.kernel.NotFound if there is no such line, or it belongs to somebody else */
    SharedLine one(UUID lineId);
}
