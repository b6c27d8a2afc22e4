/**
 * Room 70 — shipping: what is finished and accepted is packed, sent, and proven to have arrived here.
 *
 * <p>Comes from: stock reserved to confirmed order lines. Goes to: the customer, and back to the order as delivered
 * quantities. Other rooms may use the types of this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.shipping;

import org.jspecify.annotations.NullMarked;
