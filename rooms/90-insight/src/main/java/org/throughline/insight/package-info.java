@NullMarked
package org.throughline.insight;

import org.jspecify.annotations.NullMarked;
