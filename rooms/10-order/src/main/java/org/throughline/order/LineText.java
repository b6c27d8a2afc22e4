package org.throughline.order;

import org.jspecify.annotations.Nullable;

/**
 * The words of a line.
 *
 * @param description        what the customer calls it
 * @param specification      what is special about it
 * @param customerItemNumber the customer's own number of the item
 */
public record LineText(
        @Nullable String description,
        @Nullable String specification,
        @Nullable String customerItemNumber) {}
