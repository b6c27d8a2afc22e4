package org.throughline.workflow.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Answer;
import org.throughline.workflow.Approval.Kind;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalEntry.Act;
import org.throughline.workflow.ApprovalGranted;
import org.throughline.workflow.ApprovalRefused;
import org.throughline.workflow.ApprovalRejected;
import org.throughline.workflow.Notices;

/** Moves an approval along its chain: begins steps, sees whether they have decided, tells those concerned. */
@Component
class ChainWalk {

    private static final String LAST_RESORT = "administrator";

    private final ApprovalTable table;
    private final ApprovalWrites writes;
    private final ApprovalLog log;
    private final DelegationTable delegations;
    private final Accounts accounts;
    private final Notices notices;
    private final CopyDesk copies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChainWalk(
            ApprovalTable table,
            ApprovalWrites writes,
            ApprovalLog log,
            DelegationTable delegations,
            Accounts accounts,
            Notices notices,
            CopyDesk copies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.writes = writes;
        this.log = log;
        this.delegations = delegations;
        this.accounts = accounts;
        this.notices = notices;
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    /** The step begins to wait, or passes at once when its people have agreed earlier in the chain. */
    Approval begin(UUID id, int step) {
        var approval = table.get(id);
        writes.begin(id, step, clock.instant());
        writes.move(approval, State.WAITING, step, approval.straightBack(), null);
        for (var task : approval.steps().get(step).tasks()) {
            if (task.answer() == null) {
                represent(approval, step, task);
            }
        }
        passThoseWhoAgreed(table.get(id), step);
        return proceed(id);
    }

    /** A deputy acts for an absent person, the administrators for one who has left. */
    private void represent(Approval approval, int step, Task task) {
        var deputy = delegations.deputyOf(task.user(), approval.recordType());
        if (deputy.isPresent()) {
            give(approval, step, task, deputy.get(), Act.DELEGATED);
        } else if (!accounts.get(task.user()).active()) {
            accounts.withRole(LAST_RESORT).stream()
                    .findFirst()
                    .ifPresent(account -> give(approval, step, task, account, Act.DELEGATED));
        }
    }

    private void give(Approval approval, int step, Task task, Account account, Act act) {
        boolean asked = approval.steps().get(step).tasks().stream()
                .anyMatch(other -> other.user().equals(account.id()));
        if (!asked) {
            writes.give(task, account.id(), account.displayName(), task.userName());
            log.add(approval.id(), act, step, null, task.userName() + " → " + account.displayName());
        }
    }

    private void passThoseWhoAgreed(Approval approval, int step) {
        for (var task : approval.steps().get(step).tasks()) {
            boolean agreedBefore = approval.steps().subList(0, step).stream()
                    .flatMap(earlier -> earlier.tasks().stream())
                    .anyMatch(earlier -> earlier.user().equals(task.user()) && earlier.answer() == Answer.APPROVED);
            if (task.answer() == null && task.kind() == Kind.ASKED && agreedBefore) {
                writes.answer(task, Answer.APPROVED, null, clock.instant());
                log.add(approval.id(), Act.PASSED, step, null, task.userName());
            }
        }
    }

    /** Looks whether the waiting step has decided, and goes on to the next or to the end. */
    Approval proceed(UUID id) {
        var approval = table.get(id);
        var step = approval.steps().get(approval.step());
        if (step.isDone()) {
            var straight = approval.straightBack();
            int next = straight == null ? approval.step() + 1 : straight;
            if (straight != null) {
                writes.move(approval, State.WAITING, next, null, null);
            }
            return next < approval.steps().size() ? begin(id, next) : grant(approval);
        }
        writes.move(approval, State.WAITING, approval.step(), approval.straightBack(), null);
        tellWaiting(approval, "approval.waiting");
        return table.get(id);
    }

    private Approval grant(Approval approval) {
        var now = clock.instant();
        writes.move(approval, State.GRANTED, approval.steps().size(), null, now);
        log.add(approval.id(), Act.GRANTED, approval.step(), null, null);
        tellSubmitter(approval, "approval.granted", Map.of("title", approval.title()));
        copies.granted(approval);
        events.publishEvent(new ApprovalGranted(approval.recordType(), approval.recordId(), approval.id(), now));
        return table.get(approval.id());
    }

    /** A no has decided. */
    Approval reject(Approval approval, String reason) {
        var now = clock.instant();
        writes.move(approval, State.REJECTED, approval.step(), null, now);
        tellSubmitter(approval, "approval.rejected", Map.of("title", approval.title(), "reason", reason));
        events.publishEvent(
                new ApprovalRejected(approval.recordType(), approval.recordId(), approval.id(), reason, now));
        return table.get(approval.id());
    }

    /** Asks somebody further, unless that person is asked already. */
    void ask(Approval approval, int branch, Account account, Kind kind, @Nullable UUID beforeTask) {
        boolean asked = approval.steps().get(approval.step()).tasks().stream()
                .anyMatch(task -> task.user().equals(account.id()));
        if (asked) {
            throw ApprovalRefused.alreadyAsked(approval.title(), account.displayName());
        }
        var added = kind == Kind.RAISED ? null : Actor.current().name();
        writes.insertTask(
                approval.id(),
                approval.step(),
                new Task(
                        Identity.fresh(),
                        branch,
                        account.id(),
                        account.displayName(),
                        kind,
                        beforeTask,
                        added,
                        null,
                        null,
                        null,
                        null));
    }

    void tellWaiting(Approval approval, String code) {
        var people = approval.waitingTasks().stream().map(Task::user).toList();
        notices.tell(people, code, Map.of("title", approval.title()), link(approval));
    }

    void tell(List<UUID> people, Approval approval, String code, Map<String, String> values) {
        notices.tell(people, code, values, link(approval));
    }

    void tellSubmitter(Approval approval, String code, Map<String, String> values) {
        var submitter = approval.submittedBy();
        if (submitter != null && !submitter.equals(Actor.current().user())) {
            notices.tell(List.of(submitter), code, values, link(approval));
        }
    }

    private static String link(Approval approval) {
        return "/approvals/" + approval.id();
    }
}
