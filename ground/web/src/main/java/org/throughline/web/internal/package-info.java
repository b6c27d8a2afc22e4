@NullMarked
package org.throughline.web.internal;

import org.jspecify.annotations.NullMarked;
