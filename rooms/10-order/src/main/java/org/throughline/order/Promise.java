package org.throughline.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The computed answer to an {@link Inquiry}.
 *
 * @param earliest    the first day the whole quantity can leave the house, plant zone
 * @param meetsWanted whether that is not after the wanted day; true when no day was wanted
 * @param steps       the chain that leads to the date, first step first
 * @param bottleneck  what decides the date, in words; null when everything is on the shelf
 */
public record Promise(
        LocalDate earliest,
        boolean meetsWanted,
        List<Step> steps,
        @Nullable String bottleneck,
        List<Alternative> alternatives) {

    public Promise {
        steps = List.copyOf(steps);
        alternatives = List.copyOf(alternatives);
    }

    /** What a step of the chain consists of. */
    public enum Kind {
        STOCK,
        PURCHASE,
        MAKE,
        MACHINE,
        QUEUE
    }

    /**
     * @param label  the item, the machine or the supplier, as people call it
     * @param detail one sentence more, e.g. the document that brings it; empty when there is nothing to add
     */
    public record Step(Kind kind, @Nullable UUID itemId, String label, LocalDate from, LocalDate to, String detail) {}

    /**
     * Another way to serve the customer.
     *
     * @param code   e.g. {@code SPLIT}, {@code OVERTIME}, {@code SUBSTITUTE}, {@code SUBCONTRACT}
     * @param detail what it would mean, in words
     */
    public record Alternative(String code, LocalDate date, String detail) {}
}
