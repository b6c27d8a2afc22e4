package org.throughline.records.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.records.Filter;

/**
 * What a list is asked for.
 *
 * @param q    words that each row must have
 * @param sort fields, a leading {@code -} means descending; empty: the type's own order
 * @param page counted from 0
 * @param size rows of a page
 */
record ListQuery(@Nullable String q, Filter filter, List<String> sort, int page, int size) {

    static final int LARGEST = 1000;

    static ListQuery of(@Nullable String q, @Nullable String filter, @Nullable String sort, int page, int size) {
        var order = sort == null || sort.isBlank()
                ? List.<String>of()
                : Arrays.stream(sort.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
        return new ListQuery(q, Filter.parse(filter), order, Math.max(0, page), Math.clamp(size, 1, LARGEST));
    }
}
