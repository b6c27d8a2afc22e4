package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** An approver said no. Heard in the same transaction. */
public record ApprovalRejected(String recordType, UUID recordId, UUID approvalId, String reason, Instant at)
        implements BusinessEvent {}
