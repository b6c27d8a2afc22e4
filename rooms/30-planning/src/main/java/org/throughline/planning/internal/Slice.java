package org.throughline.planning.internal;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param page counted from 0
 * @param size rows of a page; null: the whole list
 */
record Slice(@Nullable Integer page, @Nullable Integer size) {

    /** Null for no limit. */
    @Nullable
    Integer limit() {
        return size == null ? null : Math.max(1, size);
    }

    long offset() {
        return size == null || page == null ? 0 : (long) Math.max(0, page) * Math.max(1, size);
    }
}
