/** Ours alone: the tables of schema {@code quality}, the HTTP interface, the listeners. */
@NullMarked
package org.throughline.quality.internal;

import org.jspecify.annotations.NullMarked;
