package org.throughline.web;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items of this page, in the list's order
 * @param total of all pages
 */
public record Page<T>(List<T> items, long total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
