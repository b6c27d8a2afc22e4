@NullMarked
package org.throughline.engine;

import org.jspecify.annotations.NullMarked;
