/**
 * Room 80 — the portal: what a customer sees of his own orders. It owns no facts but the messages' visibility; the line
 * itself is answered by insight through {@link org.throughline.portal.SharedLines}.
 */
@NullMarked
package org.throughline.portal;

import org.jspecify.annotations.NullMarked;
