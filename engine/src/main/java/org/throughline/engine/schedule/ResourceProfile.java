package org.throughline.engine.schedule;

import java.util.Map;
import java.util.TreeMap;

/** How many of a shared resource are taken over time: a step function. */
final class ResourceProfile {

    private final int capacity;
    /** Taken from this minute until the next key. */
    private final TreeMap<Long, Integer> taken = new TreeMap<>();

    ResourceProfile(int capacity) {
        this.capacity = capacity;
        taken.put(Long.MIN_VALUE, 0);
    }

    /** Those who are absent are taken. */
    ResourceProfile(SharedResource resource) {
        this(resource.capacity());
        for (var absence : resource.absences()) {
            take(absence.window().start(), absence.window().end(), absence.count());
        }
    }

    ResourceProfile(ResourceProfile other) {
        capacity = other.capacity;
        taken.putAll(other.taken);
    }

    /**
     * Whether {@code count} more fit into [start, end).
     *
     * @return {@code start} if they do, else the first minute at which a new attempt makes sense
     */
    long retryAt(long start, long end, int count) {
        long retry = start;
        var at = taken.floorEntry(start);
        while (at != null && at.getKey() < end) {
            var next = taken.higherEntry(at.getKey());
            if (at.getValue() + count > capacity && (next == null || next.getKey() > start)) {
                retry = next == null ? end : next.getKey();
            }
            at = next;
        }
        return retry;
    }

    /** The last minute in (after, start] before which fewer than {@code count} were free; {@code after} if there is none. */
    long scarceUntil(long after, long start, int count) {
        for (long minute : taken.subMap(after, false, start, true).descendingKeySet()) {
            var before = taken.lowerEntry(minute);
            if (before != null && before.getValue() + count > capacity) {
                return minute;
            }
        }
        return after;
    }

    void take(long start, long end, int count) {
        if (start >= end) {
            return;
        }
        split(start);
        split(end);
        for (Map.Entry<Long, Integer> step : taken.subMap(start, end).entrySet()) {
            step.setValue(step.getValue() + count);
        }
    }

    /** Gives back what was taken. */
    void give(long start, long end, int count) {
        take(start, end, -count);
    }

    private void split(long minute) {
        var at = taken.floorEntry(minute);
        if (at != null && at.getKey() != minute) {
            taken.put(minute, at.getValue());
        }
    }
}
