package org.throughline.engine.schedule;

import java.util.List;

/**
 * A schedule after something happened, and what it moved.
 *
 * @param moves operations of the published schedule that start elsewhere or on another machine, by new start
 */
public record Repair(Schedule schedule, List<Move> moves) {

    public Repair {
        moves = List.copyOf(moves);
    }

    /** One operation from its published place to its new one. */
    public record Move(String operation, String fromMachine, long fromStart, String toMachine, long toStart) {}
}
