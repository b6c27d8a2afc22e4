@NullMarked
package org.throughline.scheduling;

import org.jspecify.annotations.NullMarked;
