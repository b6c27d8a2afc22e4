/** How workflow works: SQL and HTTP. Not for other modules. */
@NullMarked
package org.throughline.workflow.internal;

import org.jspecify.annotations.NullMarked;
