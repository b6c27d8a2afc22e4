package org.throughline.workflow;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody acts for somebody else in approvals that begin to wait on these days.
 *
 * @param until      the last day
 * @param recordType null: for every type
 */
public record Delegation(
        UUID id,
        UUID user,
        UUID deputy,
        String deputyName,
        LocalDate from,
        LocalDate until,
        @Nullable String recordType) {}
