/** The importer of frepple. */
@NullMarked
package org.throughline.exchange.internal.frepple;

import org.jspecify.annotations.NullMarked;
