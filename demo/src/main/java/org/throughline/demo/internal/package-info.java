@NullMarked
package org.throughline.demo.internal;

import org.jspecify.annotations.NullMarked;
