package org.throughline.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.Actor;

/**
 * Something costly that is computed from the database and kept as long as it is true: until anybody, in any process,
 * commits a change that may matter. A transaction that has itself changed something sees its own answer, which nobody
 * else is ever given.
 *
 * @param <V> immutable
 */
public final class Remembered<V> {

    private final Changes changes;
    private final TransactionTemplate reading;
    private final Set<String> ignored;
    private final Map<Key, Kept<V>> shared = new ConcurrentHashMap<>();
    private final Map<Key, Object> locks = new ConcurrentHashMap<>();

    /** Whose rows were read, and what for; a partner sees other rows than the house. */
    private record Key(UUID organisation, @Nullable UUID partner, Object what) {}

    private record Kept<V>(V value, Object basis, Changes.Moment moment) {}

    Remembered(Changes changes, TransactionTemplate reading, Set<String> ignored) {
        this.changes = changes;
        this.reading = reading;
        this.ignored = ignored;
    }

    /**
     * The value as it is now for the actor's organisation, computed if need be.
     *
     * @param what    tells several values of one kind apart
     * @param basis   what else the value depends on, e.g. the day; another basis is another value
     * @param compute reads the database; runs in the caller's transaction, or in a reading one of its own
     */
    public V get(Object what, Object basis, Supplier<V> compute) {
        var actor = Actor.current();
        var key = new Key(actor.organisation(), actor.partner(), what);
        return Objects.requireNonNull(reading.execute(status -> inTransaction(key, basis, compute)));
    }

    private V inTransaction(Key key, Object basis, Supplier<V> compute) {
        var own = ownOf(key);
        var known = own == null ? shared.get(key) : own;
        if (isTrue(known, basis)) {
            return Objects.requireNonNull(known).value();
        }
        if (own != null || changes.hasOwn(ignored)) {
            var computed = computed(basis, compute);
            keepForThisTransaction(key, computed);
            return computed.value();
        }
        synchronized (locks.computeIfAbsent(key, one -> new Object())) {
            var meanwhile = shared.get(key);
            if (isTrue(meanwhile, basis)) {
                return Objects.requireNonNull(meanwhile).value();
            }
            var computed = computed(basis, compute);
            shared.put(key, computed);
            return computed.value();
        }
    }

    private boolean isTrue(@Nullable Kept<V> kept, Object basis) {
        return kept != null && kept.basis().equals(basis) && !changes.since(kept.moment(), ignored);
    }

    /** The moment is taken first: what is committed while the value is computed counts as a change after it. */
    private Kept<V> computed(Object basis, Supplier<V> compute) {
        var moment = changes.moment(ignored);
        return new Kept<>(compute.get(), basis, moment);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Kept<V> ownOf(Key key) {
        var own = (Map<Key, Kept<V>>) TransactionSynchronizationManager.getResource(this);
        return own == null ? null : own.get(key);
    }

    @SuppressWarnings("unchecked")
    private void keepForThisTransaction(Key key, Kept<V> kept) {
        var own = (Map<Key, Kept<V>>) TransactionSynchronizationManager.getResource(this);
        if (own == null) {
            own = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, own);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting(this));
        }
        own.put(key, kept);
    }

    /** The transaction's own answers end with it, and rest while another transaction runs inside. */
    private record Forgetting(Remembered<?> remembered) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(remembered);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(remembered);
        }
    }
}
