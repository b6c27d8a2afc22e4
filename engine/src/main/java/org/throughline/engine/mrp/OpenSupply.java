package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled receipt: an open purchase or work order, a transfer, a firm planned order.
 *
 * @param id unique among open supplies
 * @param quantity what is still to come; greater than 0
 * @param due the day it is expected
 * @param start the day its components are needed; null if they were issued or are demands of their own, then it is not
 *     exploded
 * @param peg the group it is tagged with; null for common supply
 */
public record OpenSupply(
        String id,
        String item,
        BigDecimal quantity,
        LocalDate due,
        Firmness firmness,
        @Nullable LocalDate start,
        @Nullable String peg) {

    public enum Firmness {
        /** May be moved by people: the plan counts on it for earlier needs and says so in a message. */
        OPEN,
        /** Cannot move at all: it serves only needs on or after its day, and gets no message. */
        FROZEN
    }

    /** An open receipt whose components are not exploded. */
    public static OpenSupply of(String id, String item, BigDecimal quantity, LocalDate due) {
        return new OpenSupply(id, item, quantity, due, Firmness.OPEN, null, null);
    }

    public OpenSupply pegged(String group) {
        return new OpenSupply(id, item, quantity, due, firmness, start, group);
    }

    public OpenSupply frozen() {
        return new OpenSupply(id, item, quantity, due, Firmness.FROZEN, start, peg);
    }

    /** The same, with components needed on {@code day}. */
    public OpenSupply exploding(LocalDate day) {
        return new OpenSupply(id, item, quantity, due, firmness, day, peg);
    }
}
