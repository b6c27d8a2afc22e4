package org.throughline.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages inside the product. Their sentences stand in {@code notices/<module>_zh.properties} and {@code _en}:
 * {@code <code>=sentence with {value}}.
 */
public interface Notices {

    /**
     * Tells these people. A person who has an unread notice with the same code and link is not told twice.
     *
     * @param values by name, as in the sentence
     * @param link   page to open, e.g. {@code /lines/…}
     */
    void tell(Collection<UUID> users, String code, Map<String, ?> values, @Nullable String link);

    /** Tells everybody who has this role. */
    void tellRole(String role, String code, Map<String, ?> values, @Nullable String link);

    /** The current actor's notices, unread first, then newest first; at most {@code limit}. */
    List<Notice> mine(int limit);
}
