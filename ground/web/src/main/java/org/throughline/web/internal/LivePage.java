package org.throughline.web.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.throughline.kernel.Actor;
import tools.jackson.databind.json.JsonMapper;

/**
 * One open page. What changes within a tenth of a second is told together, and a slow page loses nothing but is told less
 * often. After ten minutes the stream ends and the browser connects again, so that a session that has ended is noticed.
 */
final class LivePage {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long GATHER_MILLISECONDS = 100;
    private static final int MOST_IDS = 200;

    private final Actor actor;
    private final JsonMapper json;
    private final SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Map<String, @Nullable Set<String>> pending = new LinkedHashMap<>();
    private volatile boolean open = true;

    /** What the browser receives; {@code ids} is null when too many rows changed. */
    record Change(String table, @Nullable Set<String> ids) {}

    LivePage(Actor actor, JsonMapper json, Consumer<LivePage> onClose) {
        this.actor = actor;
        this.json = json;
        Runnable close = () -> {
            open = false;
            onClose.accept(this);
            wake();
        };
        emitter.onCompletion(close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> close.run());
    }

    Actor actor() {
        return actor;
    }

    /** Starts telling; the answer to the request. */
    SseEmitter start() {
        Thread.ofVirtual().name("live-page").start(this::tell);
        return emitter;
    }

    /** Rows of the table changed; null: too many to name. */
    void changed(String table, @Nullable List<String> ids) {
        lock.lock();
        try {
            if (ids == null) {
                pending.put(table, null);
            } else if (!pending.containsKey(table)) {
                pending.put(table, new LinkedHashSet<>(ids));
            } else {
                var known = pending.get(table);
                if (known != null) {
                    known.addAll(ids);
                    if (known.size() > MOST_IDS) {
                        pending.put(table, null);
                    }
                }
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(1000));
            while (open) {
                var changes = next();
                if (changes.isEmpty()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                for (var change : changes.entrySet()) {
                    var data = json.writeValueAsString(new Change(change.getKey(), change.getValue()));
                    emitter.send(SseEmitter.event().data(data, MediaType.TEXT_PLAIN));
                }
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private Map<String, @Nullable Set<String>> next() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (pending.isEmpty() && open && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        Thread.sleep(GATHER_MILLISECONDS);
        lock.lock();
        try {
            var changes = pending;
            pending = new LinkedHashMap<>();
            return changes;
        } finally {
            lock.unlock();
        }
    }
}
