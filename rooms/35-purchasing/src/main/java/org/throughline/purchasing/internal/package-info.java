/** Purchasing's SQL, HTTP and answers to planning; nobody else's business. */
@NullMarked
package org.throughline.purchasing.internal;

import org.jspecify.annotations.NullMarked;
