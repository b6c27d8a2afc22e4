package org.throughline.planning.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.planning.PlanningRan;
import org.throughline.planning.PlanningRun;

/** One run: read, plan, write what differs, tell. */
@Component
public class Planner {

    private final PlanLock lock;
    private final SnapshotReader reader;
    private final SuggestionWriter suggestions;
    private final MessageWriter messages;
    private final LinePlans linePlans;
    private final PlanningRuns runs;
    private final PlanningSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planner(
            PlanLock lock,
            SnapshotReader reader,
            SuggestionWriter suggestions,
            MessageWriter messages,
            LinePlans linePlans,
            PlanningRuns runs,
            PlanningSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lock = lock;
        this.reader = reader;
        this.suggestions = suggestions;
        this.messages = messages;
        this.linePlans = linePlans;
        this.runs = runs;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Waits for a run that goes on, then runs. */
    public PlanningRun run() {
        lock.take();
        return runLocked();
    }

    /** Runs unless another run goes on. */
    public Optional<PlanningRun> runIfIdle() {
        return lock.tryToTake() ? Optional.of(runLocked()) : Optional.empty();
    }

    private PlanningRun runLocked() {
        var at = clock.instant();
        long began = System.nanoTime();
        var index = PlanIndex.of(reader.read(), settings.damping(), Set.of());
        var written = suggestions.write(index, at);
        int told = messages.write(index);
        var lines = linePlans.write(index, at);
        int demands = index.plan().answers().size();
        var run = new PlanningRun(
                Identity.fresh(),
                at,
                Actor.current().name(),
                (int) Duration.ofNanos(System.nanoTime() - began).toMillis(),
                demands,
                written.proposed(),
                written.added(),
                written.changed(),
                written.removed(),
                written.pastDue(),
                told,
                lines.late());
        runs.add(run);
        tell(run, written.touched(), lines.changed(), at);
        return run;
    }

    private void tell(PlanningRun run, Set<UUID> touched, Set<UUID> changed, Instant at) {
        var lines = new HashSet<>(touched);
        lines.addAll(changed);
        events.publishEvent(new PlanningRan(run.id(), run.demands(), run.suggestions(), lines, at));
    }
}
