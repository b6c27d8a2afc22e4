@NullMarked
package org.throughline.stock;

import org.jspecify.annotations.NullMarked;
