package org.throughline.insight.internal;

import java.time.LocalDate;

/** The plant's days: which ones are worked. */
@FunctionalInterface
interface WorkingDays {

    int LONGEST_CLOSURE = 60;

    boolean isWorked(LocalDate day);

    /**
     * The day that lies {@code days} working days after {@code day}; negative counts back; 0 is {@code day} itself.
     *
     * @throws IllegalStateException if the calendar is closed for more than {@value #LONGEST_CLOSURE} days on end
     */
    default LocalDate plus(LocalDate day, int days) {
        int step = Integer.signum(days);
        var result = day;
        for (int left = Math.abs(days); left > 0; left--) {
            result = next(result.plusDays(step), step);
        }
        return result;
    }

    private LocalDate next(LocalDate day, int step) {
        var result = day;
        for (int tried = 0; !isWorked(result); tried++) {
            if (tried > LONGEST_CLOSURE) {
                throw new IllegalStateException("The calendar has no working day near %s.".formatted(day));
            }
            result = result.plusDays(step);
        }
        return result;
    }
}
