/** Finite scheduling of operations on machines, in whole minutes. */
@NullMarked
package org.throughline.engine.schedule;

import org.jspecify.annotations.NullMarked;
