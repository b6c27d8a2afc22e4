/**
 * Room 60 — quality: what came in or was finished is inspected, judged, and let through or held back here.
 *
 * <p>Comes from: purchasing (goods received) and the shop floor (product received). Goes to: stock (available or
 * blocked) and shipping. Other rooms may use the types of this package only; {@code internal} is ours.
 */
@NullMarked
package org.throughline.quality;

import org.jspecify.annotations.NullMarked;
