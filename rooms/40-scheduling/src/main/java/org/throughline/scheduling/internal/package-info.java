/** Scheduling's SQL, HTTP and translation into the engine's words; nobody else's business. */
@NullMarked
package org.throughline.scheduling.internal;

import org.jspecify.annotations.NullMarked;
