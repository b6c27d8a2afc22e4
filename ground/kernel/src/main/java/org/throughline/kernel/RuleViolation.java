package org.throughline.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A business rule said no. The request was well-formed; the answer to the user is the sentence that belongs to the
 * code, in the user's language, with the offending values in it.
 *
 * <p>The sentences stand in {@code refusals/<module>_en.properties} and {@code _zh.properties}: {@code <code>} says what
 * is wrong, {@code <code>.advice} what to do, {@code {name}} stands for a value. Programming errors are not rule
 * violations; they stay {@code IllegalArgumentException} or {@code IllegalStateException} and become a 500.
 */
public abstract class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    @SuppressWarnings("serial") // values are strings and numbers
    private final Map<String, Object> values;

    /**
     * @param code        dotted and never reused, e.g. {@code shopfloor.material-short}
     * @param namedValues name, value, name, value …; the order is kept
     */
    protected RuleViolation(String code, Object... namedValues) {
        super(code + " " + named(namedValues));
        this.code = code;
        this.values = Collections.unmodifiableMap(named(namedValues));
    }

    /** Dotted and never reused, e.g. {@code shopfloor.material-short}. */
    public final String code() {
        return code;
    }

    /** The offending values by name, in the order given. */
    public final Map<String, Object> values() {
        return values;
    }

    private static Map<String, Object> named(Object... namedValues) {
        if (namedValues.length % 2 != 0) {
            throw new IllegalArgumentException("Every value needs a name: " + namedValues.length + " arguments.");
        }
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namedValues.length; i += 2) {
            values.put((String) namedValues[i], namedValues[i + 1]);
        }
        return values;
    }
}
