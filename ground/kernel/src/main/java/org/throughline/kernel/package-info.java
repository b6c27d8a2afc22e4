/**
 * Ground: the words every room speaks — quantity, money, identity, refusal, event, who acts and what time it is.
 *
 * <p>No framework, no I/O. Other modules may use every public type of this package.
 */
@NullMarked
package org.throughline.kernel;

import org.jspecify.annotations.NullMarked;
