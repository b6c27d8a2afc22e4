/** Why an operation is here and why an order is late, as data. */
@NullMarked
package org.throughline.engine.explain;

import org.jspecify.annotations.NullMarked;
