package org.throughline.planning.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.engine.mrp.Damping;
import org.throughline.kernel.Actor;
import org.throughline.kernel.BusinessEvent;

/**
 * The plan as it would be now, kept per organisation until something happens, so that kitting, requirements and promises
 * answer at once. Nothing of it is written.
 */
@Component
class LivePlan {

    /** Changes that no event tells (another node) are seen after this long. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final SnapshotReader reader;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<UUID, Kept> plans = new ConcurrentHashMap<>();
    private final AtomicLong happenings = new AtomicLong();

    private record Kept(PlanIndex index, Instant at, long happening) {}

    LivePlan(SnapshotReader reader, PlatformTransactionManager transactions, Clock clock) {
        this.reader = reader;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** The plan now. Inside a transaction that may write, it is computed anew and sees what was written. */
    PlanIndex current() {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return compute();
        }
        var organisation = Actor.current().organisation();
        var kept = plans.get(organisation);
        return kept != null && isFresh(kept) ? kept.index() : again(organisation);
    }

    private synchronized PlanIndex again(UUID organisation) {
        var kept = plans.get(organisation);
        if (kept != null && isFresh(kept)) {
            return kept.index();
        }
        long happening = happenings.get();
        var at = clock.instant();
        var index = Objects.requireNonNull(reading.execute(status -> compute()));
        plans.put(organisation, new Kept(index, at, happening));
        return index;
    }

    private boolean isFresh(Kept kept) {
        return kept.happening() == happenings.get()
                && Duration.between(kept.at(), clock.instant()).abs().compareTo(LONGEST) < 0;
    }

    private PlanIndex compute() {
        return PlanIndex.of(reader.read(), Damping.none(), Set.of());
    }

    /** Something happened: what is kept, or being computed from before it, is no longer true. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(BusinessEvent event) {
        Objects.requireNonNull(event);
        happenings.incrementAndGet();
    }
}
