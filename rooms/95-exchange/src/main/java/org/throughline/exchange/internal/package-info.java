/** The importers and their HTTP; nobody else comes in here. */
@NullMarked
package org.throughline.exchange.internal;

import org.jspecify.annotations.NullMarked;
