package org.throughline.records;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** A filter or an order cannot be understood. */
@RefusedWith(HttpStatus.BAD_REQUEST)
public final class FilterRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private FilterRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** It is not of the form that filters have. */
    public static FilterRefused malformed(String filter) {
        return new FilterRefused("filter.malformed", "filter", filter);
    }

    /** The type has no such field, or the actor does not see it. */
    public static FilterRefused unknownField(String type, String field) {
        return new FilterRefused("filter.unknown-field", "type", type, "field", field);
    }

    /** There is no such comparison. */
    public static FilterRefused unknownOperator(String operator) {
        return new FilterRefused("filter.unknown-operator", "operator", operator);
    }

    /** The value cannot be compared with what the field holds. */
    public static FilterRefused wrongValue(String value) {
        return new FilterRefused("filter.wrong-value", "value", value);
    }
}
