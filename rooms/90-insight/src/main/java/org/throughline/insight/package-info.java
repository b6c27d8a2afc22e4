/**
 * Room 90 — insight: the line of every order, its exceptions, the benches and figures. It reads what all rooms tell and
 * nobody depends on it.
 */
@NullMarked
package org.throughline.insight;

import org.jspecify.annotations.NullMarked;
