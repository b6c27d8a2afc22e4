package org.throughline.order;

/**
 * Answers when something can be delivered. Declared by the order room, answered downstream from stock, open supply, lead
 * times and the load of the machines. Reads only; the same facts give the same answer.
 */
public interface PromiseDates {

    /** Starts a round of questions about goods that are to be accepted together. */
    Asking together();

    /** The earliest day of a single inquiry, with the reasons. */
    default Promise earliest(Inquiry inquiry) {
        return together().earliest(inquiry);
    }

    /** One round of questions: what an answer takes of stock, supply and machines, the later ones do not find any more. Not thread-safe. */
    interface Asking {

        /** The earliest day the inquired quantity can be delivered beside what was asked before, with the reasons. */
        Promise earliest(Inquiry inquiry);
    }
}
