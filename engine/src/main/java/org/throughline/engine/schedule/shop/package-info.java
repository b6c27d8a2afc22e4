/** Classic shops: job shops and flexible job shops whose makespan is to be small. Flat arrays throughout. */
@NullMarked
package org.throughline.engine.schedule.shop;

import org.jspecify.annotations.NullMarked;
