package org.throughline.insight.internal;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.insight.LineRefresh;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;
import org.throughline.order.ConcernsLines;

/**
 * Keeps the lines true. Whatever happens to a line marks it in the same transaction ({@code insight.dirty}); after the
 * commit the marked lines are computed again, in batches, by one thread a node. A crash between the two loses nothing:
 * the marks are still there.
 */
@Component
class LineRefresher implements LineRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(LineRefresher.class);
    private static final int BATCH = 250;
    private static final long RECHECK_SECONDS = 600;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LineFactsReader facts;
    private final LineBook lines;
    private final ExceptionBook exceptions;
    private final StageStandards standards;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private final Set<UUID> organisations = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    LineRefresher(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LineFactsReader facts,
            LineBook lines,
            ExceptionBook exceptions,
            StageStandards standards,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.facts = facts;
        this.lines = lines;
        this.exceptions = exceptions;
        this.standards = standards;
        this.clock = clock;
        organisations.add(Actor.FIRST_ORGANISATION);
    }

    @EventListener
    void on(ConcernsLines event) {
        mark(event.lineIds());
    }

    /** Within a transaction one statement marks all its lines at its end, however often it tells of them. */
    private void mark(Collection<UUID> lineIds) {
        var organisation = Actor.current().organisation();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            marksOfTransaction(organisation).add(lineIds);
        } else {
            write(Set.copyOf(lineIds), organisation);
        }
    }

    private Marks marksOfTransaction(UUID organisation) {
        for (var known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Marks marks) {
                return marks;
            }
        }
        var marks = new Marks(organisation);
        TransactionSynchronizationManager.registerSynchronization(marks);
        return marks;
    }

    /** What a transaction marks. */
    private final class Marks implements TransactionSynchronization {

        private final UUID organisation;
        private final Set<UUID> lines = new LinkedHashSet<>();
        private boolean written;

        Marks(UUID organisation) {
            this.organisation = organisation;
        }

        void add(Collection<UUID> more) {
            if (written) {
                write(Set.copyOf(more), organisation);
            } else {
                lines.addAll(more);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(lines, organisation);
            written = true;
        }
    }

    private void write(Set<UUID> lines, UUID organisation) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                INSERT INTO insight.dirty (order_line_id, organisation_id)
                SELECT line, :organisation FROM unnest(:lines) AS line
                """,
                new MapSqlParameterSource("lines", lines.toArray(UUID[]::new)).addValue("organisation", organisation));
        organisations.add(organisation);
        if (!PlantClock.isStanding()) {
            afterCommit(work::release);
        }
    }

    private static void afterCommit(Runnable action) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    action.run();
                }
            });
        } else {
            action.run();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().name("line-refresher").daemon().start(this::keepFresh);
    }

    @PreDestroy
    void stop() {
        running = false;
        work.release();
    }

    private void keepFresh() {
        while (running) {
            try {
                boolean asked = work.tryAcquire(RECHECK_SECONDS, TimeUnit.SECONDS);
                work.drainPermits();
                if (!running) {
                    return;
                }
                for (var organisation : organisations) {
                    asOrganisation(organisation, () -> {
                        if (!asked) {
                            markOpenLines();
                        }
                        refreshMarked();
                    });
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("The lines could not be refreshed; their marks stay for the next attempt.", e);
                pause();
                work.release();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void asOrganisation(UUID organisation, Runnable task) {
        var system = Actor.system();
        new Actor(null, system.name(), organisation, null, system.roles(), system.origin(), system.language())
                .run(task);
    }

    @Override
    public int refreshNow() {
        return refreshMarked();
    }

    @Override
    public int refreshAll() {
        markOpenLines();
        return refreshMarked();
    }

    private int refreshMarked() {
        int changed = 0;
        while (true) {
            var written = transaction.execute(status -> {
                var batch = take();
                return batch.isEmpty() ? -1 : refresh(batch);
            });
            if (written == null || written < 0) {
                return changed;
            }
            changed += written;
        }
    }

    /** Time passes also where nothing happens. */
    private void markOpenLines() {
        transaction.executeWithoutResult(status -> mark(facts.liveLines()));
    }

    private List<UUID> take() {
        return jdbc
                .query(
                        """
                WITH taken AS (
                    SELECT DISTINCT order_line_id FROM (
                        SELECT order_line_id FROM insight.dirty ORDER BY order_line_id LIMIT :batch
                           FOR UPDATE SKIP LOCKED) AS marked)
                DELETE FROM insight.dirty WHERE order_line_id IN (SELECT order_line_id FROM taken)
                RETURNING order_line_id
                """,
                        new MapSqlParameterSource("batch", BATCH),
                        (row, index) -> row.getObject("order_line_id", UUID.class))
                .stream()
                .distinct()
                .toList();
    }

    private int refresh(List<UUID> lineIds) {
        var now = clock.instant();
        var calculation = new LineCalculation(standards.all(), facts.workingDays(), clock.getZone(), now);
        var read = facts.read(lineIds);
        var entries = read.lines().stream()
                .map(line -> {
                    var view = calculation.of(line.facts());
                    return new LineBook.Entry(line.header(), view, read.names(), ownerOf(view));
                })
                .toList();
        var known = entries.stream().map(entry -> entry.header().line()).collect(Collectors.toSet());
        lines.delete(lineIds.stream().filter(line -> !known.contains(line)).toList());
        int written = lines.write(entries, now);
        exceptions.reconcile(
                entries.stream()
                        .collect(Collectors.toMap(
                                entry -> entry.header().line(),
                                entry -> entry.view().state().isOpen()
                                        ? entry.view().facts().troubles()
                                        : List.of())),
                read.names(),
                now);
        return written;
    }

    /** Who acts: the owner of what stands in the way, else of the stage the line is in. */
    private static @Nullable UUID ownerOf(LineView view) {
        var reason = view.reason();
        if (reason != null && reason.owner() != null) {
            return reason.owner();
        }
        return view.facts().owners().get(view.stage());
    }
}
