package org.throughline.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engine cannot answer this input, and says which part of it and why.
 *
 * <p>The code is stable, dotted and never reused (for example {@code mrp.cycle}); the values name the offending parts
 * and let the caller word the sentence in the reader's language. The message is English and complete.
 */
public class EngineRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> values;

    public EngineRefusal(String code, String message, Map<String, String> values) {
        super(message);
        this.code = code;
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** This refusal, with what led to it as its cause. */
    public final EngineRefusal because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public final String code() {
        return code;
    }

    /** What the sentence is about, by name; sorted by name. */
    public final Map<String, String> values() {
        return values;
    }
}
