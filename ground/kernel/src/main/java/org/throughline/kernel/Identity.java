package org.throughline.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), so that rows made later sort later. */
public final class Identity {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Identity() {}

    /** A fresh UUIDv7: 48 bits of milliseconds since 1970, then random bits. */
    public static UUID fresh() {
        long milliseconds = System.currentTimeMillis();
        long high = (milliseconds << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
