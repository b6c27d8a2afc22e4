@NullMarked
package org.throughline.purchasing;

import org.jspecify.annotations.NullMarked;
