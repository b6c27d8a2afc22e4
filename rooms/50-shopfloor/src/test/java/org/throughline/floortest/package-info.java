/** A small shop for the tests of the rooms that work on the floor. Outside the rooms, so that no room scans it. */
@NullMarked
package org.throughline.floortest;

import org.jspecify.annotations.NullMarked;
