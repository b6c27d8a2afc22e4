package org.throughline.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.throughline.identity.TooManyAttempts;

/** Slows down one address that tries many names and passwords: 30 failed logins a minute. */
@Component
class Attempts {

    private static final int PER_MINUTE = 30;
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final ConcurrentHashMap<String, Window> byOrigin = new ConcurrentHashMap<>();

    private record Window(Instant began, int count) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @throws TooManyAttempts if the address has used up its minute */
    void count(String origin) {
        var now = clock.instant();
        if (byOrigin.size() > MOST_ADDRESSES) {
            byOrigin.clear();
        }
        var window = byOrigin.merge(
                origin,
                new Window(now, 1),
                (known, first) -> known.began().plus(Duration.ofMinutes(1)).isBefore(now)
                        ? first
                        : new Window(known.began(), known.count() + 1));
        if (window.count() > PER_MINUTE) {
            var wait = Duration.between(now, window.began().plus(Duration.ofMinutes(1)));
            throw new TooManyAttempts(Math.max(1, wait.toSeconds()));
        }
    }

    /** A right password: the address is no attacker. */
    void forgive(String origin) {
        byOrigin.remove(origin);
    }
}
