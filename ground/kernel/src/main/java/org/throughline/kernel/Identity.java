package org.throughline.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes identifiers: UUID version 7 (RFC 9562), so that rows made later sort later. */
public final class Identity {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    /** Milliseconds and count of the last one. */
    private static final AtomicLong LAST = new AtomicLong();

    private Identity() {}

    /**
     * A fresh UUIDv7: 48 bits of milliseconds since 1970, 12 bits that count within the millisecond, then random bits. Of two
     * that one process makes, the later one always sorts later.
     */
    public static UUID fresh() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
