@NullMarked
package org.throughline.database.internal;

import org.jspecify.annotations.NullMarked;
