package org.throughline.workflow.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalRefused;

/** What waits for the current actor in an approval. */
@Component
class OwnTask {

    OwnTask() {}

    /** @throws ApprovalRefused saying clearly who was faster, if somebody was */
    Task of(Approval approval) {
        return all(approval).getFirst();
    }

    /**
     * At least one; more if the actor is asked in several branches.
     *
     * @throws ApprovalRefused saying clearly who was faster, if somebody was
     */
    List<Task> all(Approval approval) {
        var user = Actor.current().user();
        var own = approval.waitingFor(user);
        if (!own.isEmpty()) {
            return own;
        }
        boolean waits = approval.state() == State.WAITING
                && approval.steps().get(approval.step()).asksLater(user);
        boolean asked = approval.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .anyMatch(task -> task.user().equals(user));
        var decided = approval.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .filter(task -> task.answer() != null)
                .reduce((earlier, later) -> later);
        if (asked && !waits && decided.isPresent()) {
            var by = decided.get();
            throw ApprovalRefused.alreadyDecided(approval.title(), String.valueOf(by.answer()), by.userName());
        }
        throw ApprovalRefused.notYourTurn(approval.title());
    }
}
