package org.throughline.identity;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** Nobody is signed in, or not any more. */
@RefusedWith(HttpStatus.UNAUTHORIZED)
public final class NotSignedIn extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private NotSignedIn(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** There is no valid session. */
    public static NotSignedIn noSession() {
        return new NotSignedIn("identity.not-signed-in");
    }

    /** Name or password is wrong; the answer does not tell which. */
    public static NotSignedIn wrongPassword() {
        return new NotSignedIn("identity.wrong-password");
    }

    /** Too many wrong passwords for this account. */
    public static NotSignedIn locked(long minutes) {
        return new NotSignedIn("identity.locked", "minutes", minutes);
    }
}
