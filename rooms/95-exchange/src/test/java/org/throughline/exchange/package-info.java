@NullMarked
package org.throughline.exchange;

import org.jspecify.annotations.NullMarked;
