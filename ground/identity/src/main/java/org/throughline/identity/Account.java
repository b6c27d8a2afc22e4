package org.throughline.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param username      lower case, unique
 * @param language      {@code zh} or {@code en}
 * @param roles         codes of {@link Role}
 * @param personId      the person of the factory, if it is one
 * @param partnerId     the customer or supplier of an external account
 * @param demonstration goes when the demonstration factory goes
 */
public record Account(
        UUID id,
        String username,
        String displayName,
        String language,
        Set<String> roles,
        @Nullable UUID personId,
        @Nullable UUID partnerId,
        boolean active,
        boolean demonstration,
        int version) {

    /** Whether the account belongs to a customer or supplier. */
    public boolean isExternal() {
        return partnerId != null;
    }
}
