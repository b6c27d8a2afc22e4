/** Gross-to-net requirements over low-level codes, with exact decimal quantities and full pegging. */
@NullMarked
package org.throughline.engine.mrp;

import org.jspecify.annotations.NullMarked;
