package org.throughline.workflow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What approvers and applicants do besides yes and no. */
public interface ApprovalDesk {

    /** When a further signer decides, seen from the one who adds. */
    enum When {
        /** Before me; I am asked again afterwards. */
        BEFORE,
        /** After me; with this I have agreed. */
        AFTER,
        /** Beside me; the number that must agree stays. */
        BESIDE
    }

    /**
     * Sends it back, to be asked again from there.
     *
     * @param toStep       an earlier step, from 0; -1: the applicant
     * @param straightBack whether it then comes straight back to this step; otherwise all steps in between are asked again
     * @throws ApprovalRefused if it is not this actor's turn, the reason is blank, or that step is not an earlier one
     */
    Approval sendBack(UUID id, int toStep, String reason, boolean straightBack);

    /**
     * Asks a further person. Who was added cannot add again.
     *
     * @throws ApprovalRefused if it is not this actor's turn, the actor was added himself, or that person is asked already
     */
    Approval addSigner(UUID id, UUID user, When when, @Nullable String comment);

    /**
     * Gives the own task to somebody else, who decides instead.
     *
     * @throws ApprovalRefused if it is not this actor's turn, or that person is asked already
     */
    Approval handOver(UUID id, UUID user, @Nullable String comment);

    /**
     * The applicant urges those who are asked; at most once an hour.
     *
     * @throws ApprovalRefused if it does not wait, is not the actor's own, or was urged less than an hour ago
     */
    Approval remind(UUID id);

    /**
     * An approver takes back the own agreement as long as nobody has acted since.
     *
     * @throws ApprovalRefused if the chain has ended or somebody has acted since
     */
    Approval takeBack(UUID id);

    /** @throws org.throughline.kernel.NotFound if there is none, or the current actor has nothing to do with it */
    Approval get(UUID id);

    /** What the current actor submitted, newest first; at most {@code limit}. */
    List<Approval> startedByMe(int limit);

    /** What the current actor has decided, newest first; at most {@code limit}. */
    List<Approval> doneByMe(int limit);

    /** What the current actor was told of to read, the last first; at most {@code limit}. */
    List<Approval> copiedToMe(int limit);

    /** What happened to it, in order. */
    List<ApprovalEntry> history(UUID id);
}
