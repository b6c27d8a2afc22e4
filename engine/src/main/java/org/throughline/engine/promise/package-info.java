/** Capable-to-promise: the earliest completion of an inquiry beside a schedule that does not move. */
@NullMarked
package org.throughline.engine.promise;

import org.jspecify.annotations.NullMarked;
