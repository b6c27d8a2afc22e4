package org.throughline.workflow;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Starts long tasks in the background and keeps how far they are. */
public interface ProgressJobs {

    /**
     * Starts {@code work} on its own thread, as the current actor, outside the caller's transaction.
     *
     * @param kind  e.g. {@code planning-run}
     * @param title as people read it
     */
    ProgressJob start(String kind, String title, Work work);

    /**
     * How far it is.
     *
     * @throws org.throughline.kernel.NotFound if there is none of this organisation
     */
    ProgressJob get(UUID id);

    /** Asks it to stop at its next {@link Progress#at}; a job that has ended stays as it is. */
    ProgressJob cancel(UUID id);

    /** A long task. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it. Opens its own transactions.
         *
         * @return the answer, kept as JSON; or null
         */
        @Nullable
        Object run(Progress progress) throws Exception;
    }

    /** How a task tells its progress. */
    interface Progress {

        /**
         * So far; cheap, may be called for every row.
         *
         * @throws CancellationException if somebody asked to stop
         */
        void at(long done, long total, String message);
    }
}
