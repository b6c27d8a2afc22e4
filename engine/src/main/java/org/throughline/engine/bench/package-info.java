/** The command line that runs the engine on files, so that anyone can check a claimed figure. */
@NullMarked
package org.throughline.engine.bench;

import org.jspecify.annotations.NullMarked;
