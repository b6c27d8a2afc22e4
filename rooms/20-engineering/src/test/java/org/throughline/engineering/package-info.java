@NullMarked
package org.throughline.engineering;

import org.jspecify.annotations.NullMarked;
