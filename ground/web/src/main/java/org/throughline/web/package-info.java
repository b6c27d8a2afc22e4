@NullMarked
package org.throughline.web;

import org.jspecify.annotations.NullMarked;
