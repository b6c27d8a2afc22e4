/**
 * Room 50 — the shop floor: work orders are made from the plan, released, issued with material, reported operation by
 * operation and received into stock here.
 *
 * <p>Comes from: planning (what to make), scheduling (when and where). Goes to: quality and shipping (finished pieces).
 * Other rooms may use the types of this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.shopfloor;

import org.jspecify.annotations.NullMarked;
