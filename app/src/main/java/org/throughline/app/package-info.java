@NullMarked
package org.throughline.app;

import org.jspecify.annotations.NullMarked;
