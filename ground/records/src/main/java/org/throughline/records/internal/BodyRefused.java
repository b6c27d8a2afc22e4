package org.throughline.records.internal;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** The body of a request is not what the catalogue expects. */
@RefusedWith(HttpStatus.BAD_REQUEST)
final class BodyRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private BodyRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static BodyRefused noObject() {
        return new BodyRefused("body.no-object");
    }

    static BodyRefused without(String member) {
        return new BodyRefused("body.without", "member", member);
    }
}
