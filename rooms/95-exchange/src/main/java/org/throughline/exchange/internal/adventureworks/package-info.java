/** The importer of adventureworks. */
@NullMarked
package org.throughline.exchange.internal.adventureworks;

import org.jspecify.annotations.NullMarked;
