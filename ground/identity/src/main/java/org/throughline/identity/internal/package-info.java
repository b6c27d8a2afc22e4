@NullMarked
package org.throughline.identity.internal;

import org.jspecify.annotations.NullMarked;
