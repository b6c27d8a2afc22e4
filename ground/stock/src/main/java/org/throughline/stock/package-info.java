/**
 * Ground: the one ledger of what lies where, in which lot and state, and for which order it is kept.
 *
 * <p>Comes from: purchasing (receipts), the floor (issues, completions), shipping, people who count. Goes to: every room
 * that asks what is there. Other modules may use every type of this package; {@code internal} is ours.
 */
@NullMarked
package org.throughline.stock;

import org.jspecify.annotations.NullMarked;
