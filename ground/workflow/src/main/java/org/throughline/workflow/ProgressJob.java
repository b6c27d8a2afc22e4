package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A long task that runs while its user does something else.
 *
 * @param kind    e.g. {@code planning-run}
 * @param title   as people read it
 * @param done    units done so far
 * @param total   units in all; 0: not known
 * @param message what it is doing, or why it failed
 * @param code    the refusal's code if it failed by a rule; otherwise null
 * @param result  what it answered, as JSON; null until it is done
 */
public record ProgressJob(
        UUID id,
        String kind,
        String title,
        State state,
        long done,
        long total,
        @Nullable String message,
        @Nullable String code,
        @Nullable String result,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** How far a job is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
