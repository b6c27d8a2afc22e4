package org.throughline.workflow;

import java.time.Instant;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** A record was approved by its whole chain. Heard in the same transaction. */
public record ApprovalGranted(String recordType, UUID recordId, UUID approvalId, Instant at) implements BusinessEvent {}
