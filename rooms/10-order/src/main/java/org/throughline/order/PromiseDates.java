package org.throughline.order;

/**
 * Answers when something can be delivered. Declared by the order room, answered downstream from stock, open supply, lead
 * times and the load of the machines.
 */
public interface PromiseDates {

    /**
     * The earliest day the inquired quantity can be delivered, with the reasons. Reads only; the same facts give the same
     * answer.
     */
    Promise earliest(Inquiry inquiry);
}
