@NullMarked
package org.throughline.quality;

import org.jspecify.annotations.NullMarked;
