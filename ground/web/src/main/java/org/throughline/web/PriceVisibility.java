package org.throughline.web;

/** Whether the one who asks may see prices, costs and margins. Answered by the ground's identity. */
@FunctionalInterface
public interface PriceVisibility {

    /** For the current actor; false outside any actor's scope. */
    boolean seesPrices();
}
