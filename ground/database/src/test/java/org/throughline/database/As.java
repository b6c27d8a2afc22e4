package org.throughline.database;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Actor;

/** Who acts in a test: {@code As.system(() -> placeOrder.place(…))}. */
public final class As {

    private As() {}

    /** Runs {@code work} as the system, which may do everything. */
    public static <T extends @Nullable Object> T system(Callable<T> work) {
        return by(Actor.system(), work);
    }

    /** Runs {@code work} as a person of the house with these roles. */
    public static <T extends @Nullable Object> T person(String name, Set<String> roles, Callable<T> work) {
        var user = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return by(new Actor(user, name, Actor.FIRST_ORGANISATION, null, roles, "127.0.0.1", "zh"), work);
    }

    /** Runs {@code work} as this actor. */
    public static <T extends @Nullable Object> T by(Actor actor, Callable<T> work) {
        try {
            return actor.call(work);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
