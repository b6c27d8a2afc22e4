/** Planning's SQL, HTTP and listeners; nobody else's business. */
@NullMarked
package org.throughline.planning.internal;

import org.jspecify.annotations.NullMarked;
