/**
 * Room 40 — scheduling: when each operation runs on which machine, and which date can be promised.
 *
 * <p>Comes from: open operations of the shop floor ({@link org.throughline.scheduling.WorkToSchedule}). Goes to: the
 * dispatch lists ({@link org.throughline.scheduling.Slots}). Other rooms may use the types of this package only; {@code
 * internal} is ours.
 */
@NullMarked
package org.throughline.scheduling;

import org.jspecify.annotations.NullMarked;
