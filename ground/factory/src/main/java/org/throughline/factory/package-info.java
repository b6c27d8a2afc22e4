/**
 * Ground: the factory itself — what is made and bought, for and from whom, where, on what, by whom and when work is
 * possible. Master data only; nothing here moves.
 *
 * <p>Comes from: people, imports. Goes to: every room. Other modules may use every type of this package; {@code
 * internal} is ours.
 */
@NullMarked
package org.throughline.factory;

import org.jspecify.annotations.NullMarked;
