@NullMarked
package org.throughline.order;

import org.jspecify.annotations.NullMarked;
