@NullMarked
package org.throughline.shopfloor;

import org.jspecify.annotations.NullMarked;
