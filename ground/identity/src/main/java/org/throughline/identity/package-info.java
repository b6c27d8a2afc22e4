@NullMarked
package org.throughline.identity;

import org.jspecify.annotations.NullMarked;
