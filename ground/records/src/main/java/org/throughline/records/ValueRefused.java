package org.throughline.records;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** A value does not fit its field. The value named {@code field} is the field's name. */
@RefusedWith(HttpStatus.UNPROCESSABLE_CONTENT)
public final class ValueRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ValueRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** A required field is empty. */
    public static ValueRefused required(String field, String label) {
        return new ValueRefused("value.required", "field", field, "label", label);
    }

    /** Text where a number, a day or a yes/no belongs. */
    public static ValueRefused wrongType(String field, String label, Object value, FieldKind kind) {
        return new ValueRefused(
                "value.wrong-" + kind.code(), "field", field, "label", label, "value", value.toString());
    }

    /** More digits after the point than are kept. */
    public static ValueRefused tooPrecise(String field, String label, Object value, int digits) {
        return new ValueRefused(
                "value.too-precise", "field", field, "label", label, "value", value.toString(), "digits", digits);
    }

    /** A number larger than the column keeps. */
    public static ValueRefused tooLarge(String field, String label, Object value) {
        return new ValueRefused("value.too-large", "field", field, "label", label, "value", value.toString());
    }

    /** None of the choices. */
    public static ValueRefused noChoice(String field, String label, Object value, String possible) {
        return new ValueRefused(
                "value.no-choice", "field", field, "label", label, "value", value.toString(), "possible", possible);
    }

    /** No such record. */
    public static ValueRefused unknownReference(String field, String label, Object value, String type) {
        return new ValueRefused(
                "value.unknown-reference", "field", field, "label", label, "value", value.toString(), "type", type);
    }

    /** Several records of this name. */
    public static ValueRefused ambiguousReference(String field, String label, Object value, int count) {
        return new ValueRefused(
                "value.ambiguous-reference", "field", field, "label", label, "value", value.toString(), "count", count);
    }

    /** Another record has this value already. */
    public static ValueRefused duplicate(String field, String label, Object value) {
        return new ValueRefused("value.duplicate", "field", field, "label", label, "value", value.toString());
    }

    /** The type has no such field, or the actor does not see it. */
    public static ValueRefused unknownField(String type, String field) {
        return new ValueRefused("value.unknown-field", "type", type, "field", field);
    }

    /** The field is not typed in, or not by this actor. */
    public static ValueRefused readOnly(String field, String label) {
        return new ValueRefused("value.read-only", "field", field, "label", label);
    }

    /** A rule of the table itself says no. */
    public static ValueRefused againstTable(String type, String rule) {
        return new ValueRefused("value.against-table", "type", type, "rule", rule);
    }
}
