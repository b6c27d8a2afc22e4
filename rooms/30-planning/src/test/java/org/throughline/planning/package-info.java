@NullMarked
package org.throughline.planning;

import org.jspecify.annotations.NullMarked;
