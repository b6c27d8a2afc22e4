/** How the catalogue works: composed SQL, HTTP, files. Not for other modules. */
@NullMarked
package org.throughline.records.internal;

import org.jspecify.annotations.NullMarked;
