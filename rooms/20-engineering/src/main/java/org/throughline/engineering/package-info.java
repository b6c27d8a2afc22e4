/**
 * Room 20 — engineering: what a product consists of, how it is made, and which drawing is valid.
 *
 * <p>Comes from: order (a line to engineer). Goes to: planning (structures and routings). Other rooms use the types of
 * this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.engineering;

import org.jspecify.annotations.NullMarked;
