/** SQL, HTTP and record definitions of the stock ledger; nobody else comes in here. */
@NullMarked
package org.throughline.stock.internal;

import org.jspecify.annotations.NullMarked;
