@NullMarked
package org.throughline.portal.internal;

import org.jspecify.annotations.NullMarked;
