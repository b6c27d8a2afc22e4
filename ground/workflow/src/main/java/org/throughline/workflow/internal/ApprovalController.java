package org.throughline.workflow.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.workflow.ApprovalDesk;
import org.throughline.workflow.Approvals;
import org.throughline.workflow.Delegation;
import org.throughline.workflow.internal.ApprovalViews.ApprovalView;
import org.throughline.workflow.internal.ApprovalViews.Colleague;
import org.throughline.workflow.internal.ApprovalViews.SubjectView;

/** {@code /api/approvals}: what waits for me, what I started, what I decided, and everything one does with them. */
@RestController
class ApprovalController {

    private static final int MOST = 200;

    private final Approvals approvals;
    private final ApprovalDesk desk;
    private final ApprovalViews views;
    private final DelegationTable delegations;

    ApprovalController(Approvals approvals, ApprovalDesk desk, ApprovalViews views, DelegationTable delegations) {
        this.approvals = approvals;
        this.desk = desk;
        this.views = views;
        this.delegations = delegations;
    }

    /** Which list. */
    enum ApprovalList {
        WAITING,
        STARTED,
        DONE,
        COPIED
    }

    record CommentBody(@Nullable String comment, @Nullable String reason) {}

    record SendBackBody(
            @Nullable Integer toStep,
            String reason,
            @Nullable Boolean straightBack) {}

    record SignerBody(
            UUID user,
            ApprovalDesk.@Nullable When when,
            @Nullable String comment) {}

    record DelegationBody(UUID deputy, LocalDate from, LocalDate until) {}

    /** 200 of one record, or a list: what waits for me (the default), I started, decided, or was told of to read. */
    @GetMapping("/api/approvals")
    List<ApprovalView> approvals(
            @RequestParam(required = false) @Nullable ApprovalList list,
            @RequestParam(required = false) @Nullable String recordType,
            @RequestParam(required = false) @Nullable UUID recordId) {
        if (recordType != null && recordId != null) {
            return views.of(approvals.of(recordType, List.of(recordId)).getOrDefault(recordId, List.of()));
        }
        return views.of(
                switch (list == null ? ApprovalList.WAITING : list) {
                    case WAITING -> approvals.waitingForMe();
                    case STARTED -> desk.startedByMe(MOST);
                    case DONE -> desk.doneByMe(MOST);
                    case COPIED -> desk.copiedToMe(MOST);
                });
    }

    /** 200 one with its facts and its history · 404 none, or none of mine. */
    @GetMapping("/api/approvals/{id}")
    ApprovalView approval(@PathVariable UUID id) {
        return views.withHistory(desk.get(id));
    }

    /** 200 the approval as it is now · 409 not my turn, or somebody was faster. */
    @PostMapping("/api/approvals/{id}/approve")
    ApprovalView approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable CommentBody body) {
        return views.withHistory(approvals.approve(id, body == null ? null : body.comment()));
    }

    /** 200 rejected · 409 no reason, not my turn, or somebody was faster. */
    @PostMapping("/api/approvals/{id}/reject")
    ApprovalView reject(@PathVariable UUID id, @RequestBody CommentBody body) {
        var reason = body.reason() == null ? body.comment() : body.reason();
        return views.withHistory(approvals.reject(id, reason == null ? "" : reason));
    }

    /** 200 withdrawn · 409 too late, or not mine. */
    @PostMapping("/api/approvals/{id}/withdraw")
    ApprovalView withdraw(@PathVariable UUID id) {
        return views.withHistory(approvals.withdraw(id));
    }

    /** 200 sent back, {@code toStep} null or -1 to the applicant · 409 no reason, not my turn, no earlier step. */
    @PostMapping("/api/approvals/{id}/send-back")
    ApprovalView sendBack(@PathVariable UUID id, @RequestBody SendBackBody body) {
        int toStep = body.toStep() == null ? -1 : body.toStep();
        return views.withHistory(desk.sendBack(id, toStep, body.reason(), Boolean.TRUE.equals(body.straightBack())));
    }

    /** 200 a further person is asked · 409 not my turn, I was added myself, or that person is asked already. */
    @PostMapping("/api/approvals/{id}/add-signer")
    ApprovalView addSigner(@PathVariable UUID id, @RequestBody SignerBody body) {
        var when = body.when() == null ? ApprovalDesk.When.BEFORE : body.when();
        return views.withHistory(desk.addSigner(id, body.user(), when, body.comment()));
    }

    /** 200 somebody else decides · 409 not my turn, or that person is asked already. */
    @PostMapping("/api/approvals/{id}/hand-over")
    ApprovalView handOver(@PathVariable UUID id, @RequestBody SignerBody body) {
        return views.withHistory(desk.handOver(id, body.user(), body.comment()));
    }

    /** 200 those asked were told again · 409 not mine, or urged just now. */
    @PostMapping("/api/approvals/{id}/remind")
    ApprovalView remind(@PathVariable UUID id) {
        return views.withHistory(desk.remind(id));
    }

    /** 200 my answer is taken back · 409 somebody has acted since. */
    @PostMapping("/api/approvals/{id}/take-back")
    ApprovalView takeBack(@PathVariable UUID id) {
        return views.withHistory(desk.takeBack(id));
    }

    /** 200 colleagues who can be asked. */
    @GetMapping("/api/approval-colleagues")
    List<Colleague> colleagues() {
        return views.colleagues();
    }

    /** 200 what walks through approval, and the facts that rules may ask about. */
    @GetMapping("/api/approval-subjects")
    List<SubjectView> subjects() {
        return views.subjects();
    }

    /** 200 who acts for me, and when. */
    @GetMapping("/api/approval-delegations")
    List<Delegation> delegations() {
        return delegations.mine();
    }

    /** 200 somebody acts for me on these days · 409 not possible. */
    @PostMapping("/api/approval-delegations")
    List<Delegation> delegate(@RequestBody DelegationBody body) {
        delegations.add(body.deputy(), body.from(), body.until());
        return delegations.mine();
    }

    /** 204 over. */
    @DeleteMapping("/api/approval-delegations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endDelegation(@PathVariable UUID id) {
        delegations.end(id);
    }
}
