package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * The constraint that fixed the start of an operation: without it, the operation could have started earlier.
 *
 * @param subject what it is about: the operation before it (PREDECESSOR, MACHINE) or after it (FOLLOWER), the resource, the
 *     material; null where there is nothing to name
 * @param minute when the constraint was over
 */
public record Cause(Kind kind, @Nullable String subject, long minute) {

    public enum Kind {
        /** It starts with the plan. */
        PLAN_START,
        /** The job is released only then. */
        RELEASE,
        /** An operation it waits for. */
        PREDECESSOR,
        /** An operation that must follow it within a longest wait could not start sooner. */
        FOLLOWER,
        /** Its machine was busy with that operation, or being set up after it (for the first time if there is none). */
        MACHINE,
        /** People or tools were busy. */
        RESOURCE,
        MATERIAL,
        /** The machine was closed. */
        CALENDAR,
        /** Locked, frozen or running. */
        LOCK,
        /** It was not to start before that minute: planned backward. */
        HELD
    }
}
