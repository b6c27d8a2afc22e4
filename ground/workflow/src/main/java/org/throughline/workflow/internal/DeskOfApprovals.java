package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.kernel.NotFound;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Answer;
import org.throughline.workflow.Approval.Kind;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalDesk;
import org.throughline.workflow.ApprovalEntry;
import org.throughline.workflow.ApprovalEntry.Act;
import org.throughline.workflow.ApprovalRefused;
import org.throughline.workflow.ApprovalReturned;

/** What approvers and applicants do besides yes and no; the row of the approval is locked while somebody acts on it. */
@Service
class DeskOfApprovals implements ApprovalDesk {

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    /** What an approver may still take the own answer back after: nothing that somebody else did. */
    private static final Set<Act> NO_ACT = Set.of(Act.PASSED, Act.REMINDED, Act.OVERDUE, Act.DELEGATED, Act.COPIED);

    private final ApprovalTable table;
    private final ApprovalWrites writes;
    private final ApprovalLog log;
    private final ChainWalk walk;
    private final OwnTask ownTask;
    private final CopyDesk copies;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskOfApprovals(
            ApprovalTable table,
            ApprovalWrites writes,
            ApprovalLog log,
            ChainWalk walk,
            OwnTask ownTask,
            CopyDesk copies,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.writes = writes;
        this.log = log;
        this.walk = walk;
        this.ownTask = ownTask;
        this.copies = copies;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Approval sendBack(UUID id, int toStep, String reason, boolean straightBack) {
        var approval = table.lock(id);
        ownTask.of(approval);
        if (reason.isBlank()) {
            throw ApprovalRefused.withoutReason(approval.title());
        }
        if (toStep < -1 || toStep >= approval.step()) {
            throw ApprovalRefused.noEarlierStep(approval.title());
        }
        for (int step = Math.max(0, toStep); step <= approval.step(); step++) {
            if (!straightBack || step == toStep || step == approval.step()) {
                writes.reset(id, step);
            }
        }
        var straight = straightBack ? approval.step() : null;
        var to = toStep < 0
                ? approval.submittedByName()
                : approval.steps().get(toStep).label();
        log.add(id, Act.RETURNED, approval.step(), reason, to);
        walk.tellSubmitter(approval, "approval.returned", Map.of("title", approval.title(), "reason", reason.strip()));
        if (toStep >= 0) {
            writes.move(approval, State.WAITING, toStep, straight, null);
            return walk.begin(id, toStep);
        }
        writes.move(approval, State.RETURNED, 0, straight, null);
        events.publishEvent(
                new ApprovalReturned(approval.recordType(), approval.recordId(), id, reason.strip(), clock.instant()));
        return table.get(id);
    }

    @Override
    @Transactional
    public Approval addSigner(UUID id, UUID user, When when, @Nullable String comment) {
        var approval = table.lock(id);
        var task = ownTask.of(approval);
        if (task.addedBy() != null) {
            throw ApprovalRefused.addedCannotAdd(approval.title());
        }
        var account = accounts.get(user);
        switch (when) {
            case BEFORE -> walk.ask(approval, task.branch(), account, Kind.BEFORE, task.id());
            case AFTER -> {
                walk.ask(approval, task.branch(), account, Kind.AFTER, null);
                writes.answer(task, Answer.APPROVED, comment, clock.instant());
            }
            case BESIDE -> walk.ask(approval, task.branch(), account, Kind.BESIDE, null);
        }
        var act = switch (when) {
            case BEFORE -> Act.ADDED_BEFORE;
            case AFTER -> Act.ADDED_AFTER;
            case BESIDE -> Act.ADDED_BESIDE;
        };
        log.add(id, act, approval.step(), comment, account.displayName());
        return walk.proceed(id);
    }

    @Override
    @Transactional
    public Approval handOver(UUID id, UUID user, @Nullable String comment) {
        var approval = table.lock(id);
        var task = ownTask.of(approval);
        var account = accounts.get(user);
        boolean asked = approval.steps().get(approval.step()).tasks().stream()
                .anyMatch(other -> other.user().equals(user));
        if (asked || !account.active() || account.isExternal()) {
            throw ApprovalRefused.alreadyAsked(approval.title(), account.displayName());
        }
        writes.give(task, user, account.displayName(), task.insteadOf());
        log.add(id, Act.HANDED_OVER, approval.step(), comment, account.displayName());
        return walk.proceed(id);
    }

    @Override
    @Transactional
    public Approval remind(UUID id) {
        var approval = table.lock(id);
        var actor = Actor.current();
        if (approval.state() != State.WAITING
                || actor.user() == null
                || !actor.user().equals(approval.submittedBy())) {
            throw ApprovalRefused.notRemindable(approval.title());
        }
        var now = clock.instant();
        var last = table.remindedAt(id);
        if (last.isPresent() && last.get().plus(BETWEEN_REMINDERS).isAfter(now)) {
            var left = Duration.between(now, last.get().plus(BETWEEN_REMINDERS));
            throw ApprovalRefused.justReminded(approval.title(), left.toMinutes() + 1);
        }
        writes.reminded(id, now);
        log.add(id, Act.REMINDED, approval.step(), null, null);
        var people = approval.waitingTasks().stream().map(Task::user).toList();
        walk.tell(people, approval, "approval.urged", Map.of("title", approval.title(), "by", actor.name()));
        return table.get(id);
    }

    @Override
    @Transactional
    public Approval takeBack(UUID id) {
        var approval = table.lock(id);
        var user = Actor.current().user();
        var last = log.of(id).stream()
                .filter(entry -> !NO_ACT.contains(entry.act()))
                .reduce((earlier, later) -> later);
        boolean mine = last.isPresent()
                && last.get().act() == Act.APPROVED
                && last.get().user() != null
                && last.get().user().equals(user);
        if (approval.state() != State.WAITING || !mine) {
            throw ApprovalRefused.tooLateToTakeBack(approval.title());
        }
        int step = last.get().step();
        approval.steps().get(step).tasks().stream()
                .filter(task -> task.user().equals(user) && task.answer() == Answer.APPROVED)
                .forEach(task -> writes.answer(task, null, null, null));
        if (approval.step() > step) {
            writes.reset(id, approval.step());
        }
        writes.move(approval, State.WAITING, step, null, null);
        log.add(id, Act.TAKEN_BACK, step, null, null);
        return table.get(id);
    }

    @Override
    public Approval get(UUID id) {
        var approval = table.get(id);
        var actor = Actor.current();
        boolean concerned = actor.user() == null
                || actor.roles().contains("administrator")
                || actor.user().equals(approval.submittedBy())
                || approval.steps().stream()
                        .flatMap(step -> step.tasks().stream())
                        .anyMatch(task -> task.user().equals(actor.user()))
                || log.of(id).stream().anyMatch(entry -> actor.user().equals(entry.user()))
                || copies.isReader(id, actor.user());
        if (!concerned) {
            throw new NotFound("approval", id);
        }
        return approval;
    }

    @Override
    public List<Approval> startedByMe(int limit) {
        var user = Actor.current().user();
        return user == null ? List.of() : table.startedBy(user, limit);
    }

    @Override
    public List<Approval> doneByMe(int limit) {
        var user = Actor.current().user();
        return user == null ? List.of() : table.decidedBy(user, limit);
    }

    @Override
    public List<Approval> copiedToMe(int limit) {
        var user = Actor.current().user();
        return user == null ? List.of() : table.copiedTo(user, limit);
    }

    @Override
    public List<ApprovalEntry> history(UUID id) {
        return log.of(id);
    }
}
