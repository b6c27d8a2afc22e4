/**
 * Room 30 — planning: what must be bought and made, until when, and for which order line.
 *
 * <p>Comes from: confirmed order lines, structures, stock. Goes to: purchase orders and work orders, made by the rooms
 * downstream through the interfaces {@link org.throughline.planning.SupplyMaker} and {@link
 * org.throughline.planning.SupplyChanger}. Other rooms may use the types of this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.planning;

import org.jspecify.annotations.NullMarked;
