package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Answer;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalEntry.Act;
import org.throughline.workflow.ApprovalGranted;
import org.throughline.workflow.ApprovalRefused;
import org.throughline.workflow.ApprovalRequest;
import org.throughline.workflow.ApprovalWithdrawn;
import org.throughline.workflow.Approvals;

/** Walks approvals through their chains; the row of the approval is locked while somebody acts on it. */
@Service
class ApprovalChains implements Approvals {

    private final ApprovalTable table;
    private final ApprovalWrites writes;
    private final ApprovalRules rules;
    private final ApprovalLog log;
    private final ChainWalk walk;
    private final OwnTask ownTask;
    private final CopyDesk copies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalChains(
            ApprovalTable table,
            ApprovalWrites writes,
            ApprovalRules rules,
            ApprovalLog log,
            ChainWalk walk,
            OwnTask ownTask,
            CopyDesk copies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.writes = writes;
        this.rules = rules;
        this.log = log;
        this.walk = walk;
        this.ownTask = ownTask;
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Approval submit(ApprovalRequest request) {
        var open = table.of(request.recordType(), List.of(request.recordId())).stream()
                .filter(approval -> approval.state() == State.WAITING || approval.state() == State.RETURNED)
                .findFirst();
        var today = LocalDate.now(clock);
        var chain = rules.chain(request.recordType(), FactSheet.comparable(request.facts()), today);
        if (open.isPresent()) {
            return again(open.get(), chain, request);
        }
        return start(request, chain);
    }

    private Approval start(ApprovalRequest request, Optional<ApprovalRules.Chain> chain) {
        var now = clock.instant();
        var rule = chain.map(ApprovalRules.Chain::rule).orElse(null);
        var approval = started(request, rule, now);
        try {
            writes.insert(approval, KeptValues.write(request.facts()), FactSheet.amount(request.facts()));
        } catch (DuplicateKeyException atTheSameMoment) {
            throw ApprovalRefused.alreadyWaiting(request.title());
        }
        log.add(approval.id(), Act.SUBMITTED, 0, null, null);
        var steps = chain.map(ApprovalRules.Chain::steps).orElse(List.of());
        for (int i = 0; i < steps.size(); i++) {
            writes.insertStep(approval.id(), i, steps.get(i));
        }
        if (rule == null) {
            log.add(approval.id(), Act.GRANTED, 0, null, null);
            events.publishEvent(new ApprovalGranted(request.recordType(), request.recordId(), approval.id(), now));
            return approval;
        }
        copies.keep(approval.id(), chain.map(ApprovalRules.Chain::copies).orElse(List.of()));
        copies.submitted(approval);
        return walk.begin(approval.id(), 0);
    }

    /** What was sent back goes on in the same chain, unless another rule asks now. */
    private Approval again(Approval open, Optional<ApprovalRules.Chain> chain, ApprovalRequest request) {
        var approval = table.lock(open.id());
        if (approval.state() != State.RETURNED) {
            throw ApprovalRefused.alreadyWaiting(request.title());
        }
        var rule = chain.map(ApprovalRules.Chain::rule).orElse(null);
        if (rule == null || !rule.equals(approval.rule())) {
            writes.move(approval, State.WITHDRAWN, approval.step(), null, clock.instant());
            return start(request, chain);
        }
        var facts = request.facts();
        writes.renew(approval.id(), request.title(), KeptValues.write(facts), FactSheet.amount(facts), clock.instant());
        log.add(approval.id(), Act.SUBMITTED_AGAIN, approval.step(), null, null);
        var straight = approval.straightBack();
        if (straight != null) {
            writes.move(approval, State.WAITING, straight, null, null);
        }
        return walk.begin(approval.id(), straight == null ? 0 : straight);
    }

    private static Approval started(ApprovalRequest request, @Nullable String rule, Instant now) {
        var actor = Actor.current();
        return new Approval(
                Identity.fresh(),
                request.recordType(),
                request.recordId(),
                request.title(),
                rule == null ? State.GRANTED : State.WAITING,
                0,
                List.of(),
                rule,
                actor.user(),
                actor.name(),
                now,
                null,
                rule == null ? now : null,
                0);
    }

    @Override
    @Transactional
    public Approval approve(UUID id, @Nullable String comment) {
        var approval = table.lock(id);
        answer(approval, ownTask.all(approval), Answer.APPROVED, comment);
        return walk.proceed(id);
    }

    @Override
    @Transactional
    public Approval reject(UUID id, String reason) {
        var approval = table.lock(id);
        var own = ownTask.all(approval);
        if (reason.isBlank()) {
            throw ApprovalRefused.withoutReason(approval.title());
        }
        answer(approval, own, Answer.REJECTED, reason.strip());
        var after = table.get(id);
        return after.steps().get(after.step()).isLost() ? walk.reject(after, reason.strip()) : walk.proceed(id);
    }

    /** Who is asked in several branches says the same in all of them. */
    private void answer(Approval approval, List<Task> own, Answer answer, @Nullable String comment) {
        own.forEach(task -> writes.answer(task, answer, comment, clock.instant()));
        var act = answer == Answer.APPROVED ? Act.APPROVED : Act.REJECTED;
        log.add(approval.id(), act, approval.step(), comment, own.getFirst().insteadOf());
    }

    @Override
    @Transactional
    public Approval withdraw(UUID id) {
        var approval = table.lock(id);
        boolean acted = approval.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .anyMatch(task -> task.answer() != null);
        var user = Actor.current().user();
        boolean own = user == null || user.equals(approval.submittedBy());
        boolean open = approval.state() == State.RETURNED || (approval.state() == State.WAITING && !acted);
        if (!open || !own) {
            throw ApprovalRefused.notWithdrawable(approval.title());
        }
        var now = clock.instant();
        writes.move(approval, State.WITHDRAWN, approval.step(), null, now);
        log.add(id, Act.WITHDRAWN, approval.step(), null, null);
        if (approval.state() == State.WAITING) {
            events.publishEvent(new ApprovalWithdrawn(approval.recordType(), approval.recordId(), id, now));
        }
        return table.get(id);
    }

    @Override
    public List<Approval> waitingForMe() {
        var user = Actor.current().user();
        return user == null
                ? List.of()
                : table.waitingFor(user).stream()
                        .filter(approval -> approval.waitingTasks().stream()
                                .anyMatch(task -> task.user().equals(user)))
                        .toList();
    }

    @Override
    public Map<UUID, List<Approval>> of(String recordType, Collection<UUID> recordIds) {
        return table.of(recordType, recordIds).stream()
                .collect(Collectors.groupingBy(Approval::recordId, LinkedHashMap::new, Collectors.toList()));
    }
}
