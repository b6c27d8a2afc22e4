/** Working-time arithmetic: shifts, breaks, holidays, make-up days, overtime and closed windows, in whole minutes. */
@NullMarked
package org.throughline.engine.calendar;

import org.jspecify.annotations.NullMarked;
