@NullMarked
package org.throughline.shipping;

import org.jspecify.annotations.NullMarked;
