package org.throughline.identity;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** One address tries too many logins. */
@RefusedWith(HttpStatus.TOO_MANY_REQUESTS)
public final class TooManyAttempts extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /** @param seconds until the next attempt is possible */
    public TooManyAttempts(long seconds) {
        super("identity.too-many-attempts", "seconds", seconds);
    }
}
