package org.throughline.scheduling.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.scheduling.MoveEffect;
import org.throughline.scheduling.MoveOperation;
import org.throughline.scheduling.OperationMove;
import org.throughline.scheduling.RecoverLine;
import org.throughline.scheduling.Recovery;
import org.throughline.scheduling.ScheduleResult;

/** {@code /api/schedules/moves}, {@code /api/schedules/draft} and {@code …/recovery}. No rule lives here. */
@RestController
@RequestMapping("/api")
class MoveController {

    private final Permissions permissions;
    private final MoveOperation moves;
    private final RecoverLine recoverLine;
    private final DraftChanges changes;

    MoveController(Permissions permissions, MoveOperation moves, RecoverLine recoverLine, DraftChanges changes) {
        this.recoverLine = recoverLine;
        this.permissions = permissions;
        this.moves = moves;
        this.changes = changes;
    }

    /** 200 what would follow; nothing is written · 409 it cannot be moved, or not there. */
    @PostMapping("/schedules/moves/preview")
    MoveEffect preview(@RequestBody OperationMove move) {
        return moves.preview(move);
    }

    /** 200 done, in the draft · 409 it cannot be moved, or a reason is needed. */
    @PostMapping("/schedules/moves")
    MoveEffect move(@RequestBody OperationMove move) {
        return moves.move(move);
    }

    /** The other machines, each as early as possible there. */
    @GetMapping("/schedules/moves/{operationId}/alternatives")
    List<MoveEffect> alternatives(@PathVariable UUID operationId) {
        return moves.alternatives(operationId);
    }

    /** What the draft changes against the published schedule, the earliest first. */
    @GetMapping("/schedules/draft/changes")
    List<DraftChanges.Change> changes() {
        permissions.require("operation-slot", "read");
        return changes.read();
    }

    /** 204 the last step of the draft is taken back · 409 there is no draft. */
    @PostMapping("/schedules/draft/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo() {
        moves.undo();
    }

    /** 204 the draft is gone. */
    @DeleteMapping("/schedules/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard() {
        moves.discard();
    }

    /** 200 what can still be done for a line; without options if nothing helps or nothing of it is scheduled. */
    @GetMapping("/order-lines/{orderLineId}/recovery")
    Recovery recovery(@PathVariable UUID orderLineId) {
        permissions.require("operation-slot", "read");
        return recoverLine.ask(orderLineId);
    }

    /** 200 the draft in which the line goes first. */
    @PostMapping("/order-lines/{orderLineId}/recovery")
    ScheduleResult tryFirst(@PathVariable UUID orderLineId) {
        return recoverLine.tryFirst(orderLineId);
    }
}
