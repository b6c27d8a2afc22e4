package org.throughline.engine.mrp;

/** Who takes from supplies: a demand line, an order with its components, or a safety stock. */
final class Taker {

    private static final int ANY_DAY = Integer.MIN_VALUE;

    final RequirementRef ref;
    /** The first day on which all it takes is there, as far as it was told. */
    private int ready = ANY_DAY;
    /** The day on which an order is done. */
    private int done = ANY_DAY;

    Taker(RequirementRef.Kind kind, String id) {
        ref = new RequirementRef(kind, id);
    }

    void forget() {
        ready = ANY_DAY;
    }

    void tell(int day) {
        ready = Math.max(ready, day);
    }

    void tellDone(int day) {
        done = day;
    }

    void forgetDone() {
        done = ANY_DAY;
    }

    /** The day on which an order is done, but not before {@code day}. */
    int done(int day) {
        return Math.max(day, done);
    }

    /** The day on which all is there, but not before {@code day}. */
    int ready(int day) {
        return Math.max(day, ready);
    }
}
