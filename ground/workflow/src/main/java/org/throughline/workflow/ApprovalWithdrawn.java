package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** The one who had submitted a record took it back before anybody acted. Heard in the same transaction. */
public record ApprovalWithdrawn(String recordType, UUID recordId, UUID approvalId, Instant at)
        implements BusinessEvent {}
