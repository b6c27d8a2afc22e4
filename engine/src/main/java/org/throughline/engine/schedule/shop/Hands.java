package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shares out work among threads that depend on nothing of each other, so that the number of threads changes the time and
 * not the answer.
 */
final class Hands {

    private final int threads;

    Hands(int threads) {
        this.threads = Math.max(1, threads);
    }

    int count() {
        return threads;
    }

    /** Does the work for each part; returns when all are done. */
    <T> void each(List<T> parts, Consumer<T> work) {
        int used = Math.min(threads, parts.size());
        var helpers = new ArrayList<Thread>();
        var failures = new ArrayList<Throwable>();
        for (int t = 1; t < used; t++) {
            int own = t;
            helpers.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, failure) -> {
                        synchronized (failures) {
                            failures.add(failure);
                        }
                    })
                    .start(() -> every(parts, own, used, work)));
        }
        every(parts, 0, used, work);
        for (var helper : helpers) {
            join(helper);
        }
        synchronized (failures) {
            if (!failures.isEmpty()) {
                throw new IllegalStateException("A search thread failed.", failures.getFirst());
            }
        }
    }

    private static <T> void every(List<T> parts, int from, int step, Consumer<T> work) {
        for (int k = from; k < parts.size(); k += step) {
            work.accept(parts.get(k));
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
