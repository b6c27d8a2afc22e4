@NullMarked
package org.throughline.engineering.internal;

import org.jspecify.annotations.NullMarked;
