package org.throughline.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** What an order line needs, level by level, after stock and what is already ordered. Reads only. */
public interface Requirements {

    /**
     * The requirements of a line as the plan sees them now: beside all other orders, by priority. A line that is not
     * confirmed yet is answered like an inquiry.
     *
     * @throws org.throughline.kernel.NotFound if there is no such line
     */
    RequirementNode ofLine(UUID orderLineId);

    /** Questions about what is not ordered yet, one after the other. */
    Inquiries inquiries();

    /**
     * What inquiries would need, with everything wanted as early as possible: they find only stock and open supply that no
     * confirmed order uses and no inquiry before has taken. Not thread-safe.
     */
    interface Inquiries {

        /**
         * Looks without taking anything.
         *
         * @param lineId the line that asks, whose own share is free for it; null for nobody's
         */
        Found look(UUID itemId, Quantity quantity, @Nullable UUID lineId);
    }

    /** The answer to one inquiry. */
    interface Found {

        RequirementNode tree();

        /** From now on the later inquiries do not find what this one uses. */
        void take();
    }
}
