package org.throughline.kernel;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: every read is filtered and every write signed by it. The database is told the actor on every connection,
 * so that row-level security and the audit trail cannot be forgotten.
 *
 * @param user         the account; null for the system itself
 * @param name         as shown in histories
 * @param organisation whose rows are seen and written
 * @param partner      the customer or supplier an external account belongs to; null for the house's own people
 * @param roles        role codes, e.g. {@code sales}
 * @param origin       where the request came from: an address, {@code system}, {@code demo}
 * @param language     {@code zh} or {@code en}
 */
public record Actor(
        @Nullable UUID user,
        String name,
        UUID organisation,
        @Nullable UUID partner,
        Set<String> roles,
        String origin,
        String language) {

    /** The organisation that exists from the first start. */
    public static final UUID FIRST_ORGANISATION = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** The system itself, in the first organisation: start-up, scheduled jobs, command line. */
    public static Actor system() {
        return new Actor(null, "system", FIRST_ORGANISATION, null, Set.of("administrator"), "system", "en");
    }

    /** Who acts now, or null outside any scope (then row-level security shows nothing). */
    public static @Nullable Actor currentOrNull() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /**
     * Who acts now.
     *
     * @throws IllegalStateException outside any scope
     */
    public static Actor current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("Nobody acts here: wrap the call in Actor.runAs.");
        }
        return CURRENT.get();
    }

    /** Runs {@code work} as this actor and answers what it answers. */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Runs {@code work} as this actor. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
