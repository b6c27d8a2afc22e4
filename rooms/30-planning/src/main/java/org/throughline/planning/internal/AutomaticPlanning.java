package org.throughline.planning.internal;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;
import org.throughline.order.OrderConfirmed;
import org.throughline.order.OrderLineCancelled;
import org.throughline.order.OrderLineChanged;
import org.throughline.planning.PlanChangeDecided;
import org.throughline.planning.PlanningWanted;
import org.throughline.planning.RunPlanning;
import org.throughline.planning.SuggestionsConverted;

/**
 * Plans by itself shortly after an order was confirmed or changed, in the background, as the one who did it. Several
 * changes within a moment lead to one run. While history is replayed nothing runs.
 */
@Component
class AutomaticPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticPlanning.class);
    private static final long QUIET_MILLISECONDS = 1500;

    private final RunPlanning runPlanning;
    private final PlanningSettings settings;
    private final Map<UUID, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor worker;

    AutomaticPlanning(RunPlanning runPlanning, PlanningSettings settings) {
        this.runPlanning = runPlanning;
        this.settings = settings;
        this.worker = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "automatic-planning");
            thread.setDaemon(true);
            return thread;
        });
        this.worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OrderConfirmed event) {
        want(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OrderLineChanged event) {
        want(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OrderLineCancelled event) {
        want(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(SuggestionsConverted event) {
        want(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PlanChangeDecided event) {
        want(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PlanningWanted event) {
        want(event);
    }

    /** Puts the run off until nothing has happened for a moment. */
    private void want(Object because) {
        var actor = Actor.currentOrNull();
        if (!settings.automatic() || PlantClock.isStanding() || actor == null) {
            return;
        }
        LOG.debug("Planning follows {}.", because);
        waiting.compute(actor.organisation(), (organisation, earlier) -> {
            if (earlier != null) {
                earlier.cancel(false);
            }
            return worker.schedule(() -> actor.run(this::run), QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
        });
    }

    private void run() {
        try {
            runPlanning.runIfIdle();
        } catch (RuntimeException failed) {
            LOG.warn("Automatic planning failed; the next change or the planner's button tries again.", failed);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
