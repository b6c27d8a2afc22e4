@NullMarked
package org.throughline.factory;

import org.jspecify.annotations.NullMarked;
