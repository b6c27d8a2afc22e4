/**
 * Room 95 — exchange: data of other systems comes in here, through the doors and use cases of the rooms that own it.
 *
 * <p>Comes from: files of AdventureWorks and frePPLe. Goes to: factory, stock, engineering, purchasing, order. Owns no
 * facts; {@code internal} is ours.
 */
@NullMarked
package org.throughline.exchange;

import org.jspecify.annotations.NullMarked;
