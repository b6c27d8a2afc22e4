/** Ours alone: the tables of schema {@code shipping} and the HTTP interface. */
@NullMarked
package org.throughline.shipping.internal;

import org.jspecify.annotations.NullMarked;
