package org.throughline.engine.promise;

import java.math.BigDecimal;

/**
 * One way to be done earlier.
 *
 * @param subject the machine that works overtime, the substitute, the operation that goes outside, the order that is moved;
 *     the inquiry's first job for a split
 * @param answer the promise if this is done
 * @param cost of doing it
 * @param movedMinutes by how much the moved order ends later, elapsed; 0 for the other kinds
 */
public record PromiseOption(Kind kind, String subject, PromiseAnswer answer, BigDecimal cost, long movedMinutes) {

    /** What is done. */
    public enum Kind {
        SPLIT,
        OVERTIME,
        SUBSTITUTE,
        SUBCONTRACT,
        MOVE_ORDER
    }
}
