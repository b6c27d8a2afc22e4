@NullMarked
package org.throughline.records;

import org.jspecify.annotations.NullMarked;
