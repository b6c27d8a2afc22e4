package org.throughline.scheduling;

import java.util.List;

/** The work that waits for machines. Implemented as a bean by the shop floor. */
public interface WorkToSchedule {

    /** Every operation that is not done, of every work order that is not completed, closed or cancelled; any order. */
    List<OperationToSchedule> open();
}
