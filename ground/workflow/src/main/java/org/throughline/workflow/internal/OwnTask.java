package org.throughline.workflow.internal;

import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalRefused;

/** What waits for the current actor in an approval. */
@Component
class OwnTask {

    OwnTask() {}

    /** @throws ApprovalRefused saying clearly who was faster, if somebody was */
    Task of(Approval approval) {
        var user = Actor.current().user();
        for (var task : approval.waitingTasks()) {
            if (task.user().equals(user)) {
                return task;
            }
        }
        boolean asked = approval.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .anyMatch(task -> task.user().equals(user));
        var decided = approval.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .filter(task -> task.answer() != null)
                .reduce((earlier, later) -> later);
        if (asked && decided.isPresent()) {
            var by = decided.get();
            throw ApprovalRefused.alreadyDecided(approval.title(), String.valueOf(by.answer()), by.userName());
        }
        throw ApprovalRefused.notYourTurn(approval.title());
    }
}
