@NullMarked
package org.throughline.demo;

import org.jspecify.annotations.NullMarked;
