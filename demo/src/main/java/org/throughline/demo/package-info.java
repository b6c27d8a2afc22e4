/**
 * The demonstration factory: an invented make-to-order machinery and sheet-metal shop, made through the same use cases
 * that people call, with dates relative to today, reproducible by seed and removable at once.
 */
@NullMarked
package org.throughline.demo;

import org.jspecify.annotations.NullMarked;
