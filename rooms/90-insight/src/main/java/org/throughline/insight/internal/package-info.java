@NullMarked
package org.throughline.insight.internal;

import org.jspecify.annotations.NullMarked;
