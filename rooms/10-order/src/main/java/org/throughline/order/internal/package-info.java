@NullMarked
package org.throughline.order.internal;

import org.jspecify.annotations.NullMarked;
