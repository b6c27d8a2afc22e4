/** Ours alone: the tables of schema {@code shopfloor}, the HTTP interface, the listeners. */
@NullMarked
package org.throughline.shopfloor.internal;

import org.jspecify.annotations.NullMarked;
