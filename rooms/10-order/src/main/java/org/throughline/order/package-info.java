/**
 * Room 10 — the order: from the customer's question to the confirmed order and every later change of it.
 *
 * <p>Comes from: the customer. Goes to: engineering and planning (confirmed lines with their dates). Other rooms use the
 * types of this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.order;

import org.jspecify.annotations.NullMarked;
