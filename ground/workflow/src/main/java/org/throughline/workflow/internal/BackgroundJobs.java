package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.Sentences;
import org.throughline.workflow.ProgressJob;
import org.throughline.workflow.ProgressJob.State;
import org.throughline.workflow.ProgressJobs;
import tools.jackson.databind.json.JsonMapper;

/** Long jobs on virtual threads; how far they are is kept in the database, in transactions of its own. */
@Service
class BackgroundJobs implements ProgressJobs {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJobs.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long TELL_EVERY_NANOS = 250_000_000L;
    private static final long SIGN_OF_LIFE_MILLIS = 15_000L;

    private final JobTable table;
    private final Sentences sentences;
    private final TransactionTemplate apart;
    private final Clock clock;

    BackgroundJobs(JobTable table, Sentences sentences, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.sentences = sentences;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public ProgressJob start(String kind, String title, Work work) {
        var job = new ProgressJob(
                Identity.fresh(), kind, title, State.RUNNING, 0, 0, null, null, null, clock.instant(), null);
        apart.executeWithoutResult(status -> table.insert(job));
        var actor = Actor.current();
        var running = Thread.ofVirtual().name("job-" + kind).start(() -> actor.run(() -> run(job.id(), work)));
        Thread.ofVirtual().name("job-life-" + kind).start(() -> actor.run(() -> showLife(job.id(), running)));
        return job;
    }

    private void run(UUID id, Work work) {
        var progress = new KeptProgress(id);
        try {
            var answer = work.run(progress);
            var result = answer == null ? null : MAPPER.writeValueAsString(answer);
            end(id, State.DONE, null, null, result);
        } catch (CancellationException stopped) {
            end(id, State.CANCELLED, null, null, null);
        } catch (RuleViolation refused) {
            end(id, State.FAILED, sentences.what(refused, Actor.current().language()), refused.code(), null);
        } catch (Exception failed) {
            LOG.error("Job {} failed", id, failed);
            end(id, State.FAILED, String.valueOf(failed.getMessage()), "job.failed", null);
        }
    }

    private void end(UUID id, State state, @Nullable String message, @Nullable String code, @Nullable String result) {
        var at = clock.instant();
        apart.executeWithoutResult(status -> table.end(id, state, message, code, result, at));
    }

    private void showLife(UUID id, Thread running) {
        try {
            while (!running.join(Duration.ofMillis(SIGN_OF_LIFE_MILLIS))) {
                apart.executeWithoutResult(status -> table.hear(id));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ProgressJob get(UUID id) {
        return table.get(id);
    }

    @Override
    public ProgressJob cancel(UUID id) {
        apart.executeWithoutResult(status -> table.askToStop(id));
        return table.get(id);
    }

    /** Writes at most four times a second, and looks whether somebody asked to stop. */
    private final class KeptProgress implements Progress {

        private final UUID id;
        private long toldAt = System.nanoTime() - TELL_EVERY_NANOS;

        private KeptProgress(UUID id) {
            this.id = id;
        }

        @Override
        public void at(long done, long total, String message) {
            long now = System.nanoTime();
            if (now - toldAt < TELL_EVERY_NANOS) {
                return;
            }
            toldAt = now;
            boolean stop = Boolean.TRUE.equals(apart.execute(status -> {
                table.progress(id, done, total, message);
                return table.shallStop(id);
            }));
            if (stop) {
                throw new CancellationException("Job %s was asked to stop.".formatted(id));
            }
        }
    }
}
