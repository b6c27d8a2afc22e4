package org.throughline.engine.promise;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation.Alternative;

/**
 * What may be done to deliver earlier, and what it costs; all amounts in one currency.
 *
 * @param overtimes longer calendars of machines
 * @param substitutes material that is there earlier
 * @param outside subcontractors, as machines of the problem
 * @param splitCost for making a lot in two parts (one more setup, one more transport); null if it must not be split
 * @param lateMinuteCost of a minute by which another order is late, times its weight; null if none may be moved
 */
public record Means(
        List<Overtime> overtimes,
        List<Substitute> substitutes,
        List<Outside> outside,
        @Nullable BigDecimal splitCost,
        @Nullable BigDecimal lateMinuteCost) {

    /**
     * A machine may work longer.
     *
     * @param calendar the usual time and the overtime together
     * @param costPerHour of an hour that is worked outside the usual time
     */
    public record Overtime(String machine, WorkingCalendar calendar, BigDecimal costPerHour) {}

    /** Another material for what waits for {@code material}, there from minute {@code ready}. */
    public record Substitute(String material, String substitute, long ready, BigDecimal cost) {}

    /** Another place for one operation of the inquiry. */
    public record Outside(String operation, Alternative place, BigDecimal cost) {}

    public Means {
        overtimes = List.copyOf(overtimes);
        substitutes = List.copyOf(substitutes);
        outside = List.copyOf(outside);
    }

    /** Nothing but splitting and moving other orders. */
    public static Means of(@Nullable BigDecimal splitCost, @Nullable BigDecimal lateMinuteCost) {
        return new Means(List.of(), List.of(), List.of(), splitCost, lateMinuteCost);
    }
}
