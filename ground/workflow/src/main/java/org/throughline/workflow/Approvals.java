package org.throughline.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approval chains, chosen by rules that the administrator keeps (record type {@code approval-rule}). When an approval
 * ends, {@link ApprovalGranted} or {@link ApprovalRejected} is told in the same transaction.
 */
public interface Approvals {

    /**
     * Starts the chain of the first rule whose condition the facts fulfil, and tells its first approvers. Without a
     * matching rule the approval is granted at once.
     *
     * @throws ApprovalRefused if the record already waits for approval, or a step has nobody to ask
     */
    Approval submit(ApprovalRequest request);

    /**
     * The current actor agrees.
     *
     * @throws ApprovalRefused if it is not this actor's turn, or somebody else has just decided
     */
    Approval approve(UUID id, @Nullable String comment);

    /**
     * The current actor refuses; the approval ends.
     *
     * @throws ApprovalRefused if it is not this actor's turn, the reason is blank, or somebody else has just decided
     */
    Approval reject(UUID id, String reason);

    /**
     * The one who submitted takes it back.
     *
     * @throws ApprovalRefused if it has ended, or somebody has already acted
     */
    Approval withdraw(UUID id);

    /** What waits for the current actor, oldest first. */
    List<Approval> waitingForMe();

    /** All approvals of these records, oldest first; records without any are absent. */
    Map<UUID, List<Approval>> of(String recordType, Collection<UUID> recordIds);
}
