package org.throughline.engine.mrp;

import java.time.LocalDate;

/**
 * When a demand line can be met by lead times and material alone.
 *
 * @param possible the due date, or the later day on which its last supply can be there
 */
public record DemandAnswer(String demand, LocalDate due, LocalDate possible) {

    public boolean late() {
        return possible.isAfter(due);
    }
}
