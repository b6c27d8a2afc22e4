@NullMarked
package org.throughline.database;

import org.jspecify.annotations.NullMarked;
