package org.throughline.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use case offered as a button on a record.
 *
 * @param name      operation, as in {@code @Verb(operation)}, e.g. {@code confirm}
 * @param labels    on the button
 * @param method    HTTP method, normally {@code POST}
 * @param path      with {@code {id}} for the record's id
 * @param whenField field that decides whether it is offered; null: always
 * @param whenValues values of that field under which it is offered
 */
public record RecordVerb(
        String name,
        Labels labels,
        String method,
        String path,
        @Nullable String whenField,
        List<String> whenValues) {

    public static RecordVerb of(String name) {
        return new RecordVerb(name, new Labels(name, name), "POST", "", null, List.of());
    }

    public RecordVerb labels(String zh, String en) {
        return new RecordVerb(name, new Labels(zh, en), method, path, whenField, whenValues);
    }

    /** Called by POST on this path. */
    public RecordVerb post(String calledPath) {
        return new RecordVerb(name, labels, "POST", calledPath, whenField, whenValues);
    }

    /** Offered only while the field has one of these values. */
    public RecordVerb when(String field, String... values) {
        return new RecordVerb(name, labels, method, path, field, List.of(values));
    }
}
