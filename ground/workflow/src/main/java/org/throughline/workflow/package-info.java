@NullMarked
package org.throughline.workflow;

import org.jspecify.annotations.NullMarked;
