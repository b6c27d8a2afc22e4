package org.throughline.engine.schedule;

/**
 * What a transport from one plant to another takes. It is added to every wait between operations on machines of the two
 * plants, whichever machines are chosen; the way back is another journey, and one that is not named takes no time.
 *
 * @param from plant, as in {@link Machine#plant()}
 * @param to plant
 * @param minutes elapsed, round the clock, at least 0
 */
public record Journey(String from, String to, long minutes) {}
