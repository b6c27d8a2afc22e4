package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** An approver sent a record back to its applicant, who corrects it and submits it again. Heard in the same transaction. */
public record ApprovalReturned(String recordType, UUID recordId, UUID approvalId, String reason, Instant at)
        implements BusinessEvent {}
