package org.throughline.identity;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** The actor's roles do not permit this. */
@RefusedWith(HttpStatus.FORBIDDEN)
public final class NotAllowed extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private NotAllowed(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** An external account asks for something outside the portal. */
    public static NotAllowed onlyThePortal() {
        return new NotAllowed("identity.only-the-portal");
    }

    static NotAllowed to(String type, String operation) {
        return new NotAllowed("identity.not-allowed", "type", type, "operation", operation);
    }

    /** A write with a cookie but without the header that only our own pages send. */
    public static NotAllowed withoutOwnHeader() {
        return new NotAllowed("identity.foreign-page");
    }
}
