package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order the plan proposes.
 *
 * @param id {@code item#1}, {@code item#2} … in order of need, for {@link PegPolicy#HARD} items group by group; stable for equal
 *     input
 * @param quantity what is received, in the item's unit
 * @param startQuantity what is started or bought so that the receipt remains after item scrap
 * @param need the day the first of it is needed, whatever the calendar allows
 * @param due the day it is to be received: the need less safety days, or later if the release would lie in the past
 * @param possible the day it can be received once late components are counted too; never before {@code due}
 * @param start the day it must be released, never before the plan's start
 * @param lateDays calendar days by which the release should have been earlier than today; 0 if it is not past due
 * @param peg the group it is made for; null for common orders
 * @param level low-level code of the item: 0 for what is no component of anything
 */
public record PlannedOrder(
        String id,
        String item,
        Source source,
        BigDecimal quantity,
        BigDecimal startQuantity,
        LocalDate need,
        LocalDate due,
        LocalDate possible,
        LocalDate start,
        int lateDays,
        @Nullable String peg,
        int level) {}
