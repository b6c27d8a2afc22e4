/** SQL, HTTP and record definitions of the master data; nobody else comes in here. */
@NullMarked
package org.throughline.factory.internal;

import org.jspecify.annotations.NullMarked;
