/**
 * Room 35 — purchasing: suppliers' terms, purchase orders and the receipt of goods.
 *
 * <p>Comes from: suggestions of planning. Goes to: stock (the goods), quality (what must be inspected). Other rooms may use
 * the types of this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.purchasing;

import org.jspecify.annotations.NullMarked;
