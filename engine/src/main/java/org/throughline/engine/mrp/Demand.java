package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An independent requirement, for example an open sales order line.
 *
 * @param id unique among demands
 * @param quantity greater than 0
 * @param priority lower first among demands of the same day
 * @param peg the peg group (order or project) whose stock and supply it may use for {@link PegPolicy#HARD} items; null
 *     for none
 */
public record Demand(
        String id,
        String item,
        BigDecimal quantity,
        LocalDate due,
        int priority,
        Kind kind,
        @Nullable String peg) {

    public enum Kind {
        ORDER,
        FORECAST
    }

    /** A booked order line without peg group, priority 0. */
    public static Demand of(String id, String item, BigDecimal quantity, LocalDate due) {
        return new Demand(id, item, quantity, due, 0, Kind.ORDER, null);
    }

    public Demand pegged(String group) {
        return new Demand(id, item, quantity, due, priority, kind, group);
    }
}
