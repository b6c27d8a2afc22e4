package org.throughline.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to every request that is refused or fails ({@code application/problem+json}, RFC 9457).
 *
 * @param type   {@code urn:throughline:refusal:<code>}
 * @param title  what sort of answer this is, in the language of the one who asks
 * @param status the HTTP status
 * @param detail the sentence to show
 * @param code   stable, for programs and statistics, e.g. {@code stock.not-enough}
 * @param values the offending values by name
 * @param advice what to do; null if there is nothing to advise
 * @param errors of single fields; empty if the refusal is about the whole
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Map<String, Object> values,
        @Nullable String advice,
        List<FieldError> errors) {

    /**
     * What is wrong with one field.
     *
     * @param field  its path in the request, e.g. {@code lines[2].quantity}
     * @param code   stable
     * @param detail the sentence to show beside the field
     */
    public record FieldError(String field, String code, String detail) {}
}
