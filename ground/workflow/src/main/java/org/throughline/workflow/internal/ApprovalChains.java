package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.throughline.workflow.Approval.Mode;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalGranted;
import org.throughline.workflow.ApprovalRefused;
import org.throughline.workflow.ApprovalRejected;
import org.throughline.workflow.ApprovalRequest;
import org.throughline.workflow.ApprovalWithdrawn;
import org.throughline.workflow.Approvals;
import org.throughline.workflow.Notices;
import tools.jackson.databind.json.JsonMapper;

/** Walks approvals through their chains. Whoever acts locks the approval first, so one of two racers finds it decided. */
@Service
class ApprovalChains implements Approvals {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ApprovalTable table;
    private final ApprovalRules rules;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalChains(
            ApprovalTable table, ApprovalRules rules, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Approval submit(ApprovalRequest request) {
        boolean waits = table.of(request.recordType(), List.of(request.recordId())).stream()
                .anyMatch(approval -> approval.state() == State.WAITING);
        if (waits) {
            throw ApprovalRefused.alreadyWaiting(request.title());
        }
        var now = clock.instant();
        var chain = rules.chain(request.recordType(), request.facts(), LocalDate.now(clock));
        var rule = chain.map(ApprovalRules.Chain::rule).orElse(null);
        var approval = started(request, rule, now);
        try {
            table.insert(approval, facts(request));
        } catch (DuplicateKeyException atTheSameMoment) {
            throw ApprovalRefused.alreadyWaiting(request.title());
        }
        var steps = chain.map(ApprovalRules.Chain::steps).orElse(List.of());
        for (int i = 0; i < steps.size(); i++) {
            table.insertStep(approval.id(), i, steps.get(i));
        }
        if (rule == null) {
            events.publishEvent(new ApprovalGranted(request.recordType(), request.recordId(), approval.id(), now));
            return approval;
        }
        return begin(approval.id(), 0, now);
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
                rule == null ? now : null,
                0);
    }

    private static String facts(ApprovalRequest request) {
        var facts = new LinkedHashMap<String, Object>();
        request.facts().forEach((name, value) -> facts.put(name, value instanceof Number ? value : value.toString()));
        return MAPPER.writeValueAsString(facts);
    }

    private Approval begin(UUID id, int step, Instant now) {
        table.begin(id, step, now);
        var approval = table.get(id);
        var people = approval.waitingTasks().stream().map(Task::user).toList();
        notices.tell(people, "approval.waiting", Map.of("title", approval.title()), link(approval));
        return approval;
    }

    @Override
    @Transactional
    public Approval approve(UUID id, @Nullable String comment) {
        var approval = table.lock(id);
        var task = ownTask(approval);
        var now = clock.instant();
        table.answer(id, approval.step(), task.user(), Answer.APPROVED, comment, now);
        var step = approval.steps().get(approval.step());
        boolean others = step.mode() == Mode.ALL
                && step.tasks().stream().anyMatch(other -> other.answer() == null && !other.equals(task));
        if (others) {
            table.move(approval, State.WAITING, approval.step(), null);
            return table.get(id);
        }
        int next = approval.step() + 1;
        if (next < approval.steps().size()) {
            table.move(approval, State.WAITING, next, null);
            return begin(id, next, now);
        }
        table.move(approval, State.GRANTED, next, now);
        tellSubmitter(approval, "approval.granted", Map.of("title", approval.title()));
        events.publishEvent(new ApprovalGranted(approval.recordType(), approval.recordId(), id, now));
        return table.get(id);
    }

    @Override
    @Transactional
    public Approval reject(UUID id, String reason) {
        var approval = table.lock(id);
        var task = ownTask(approval);
        if (reason.isBlank()) {
            throw ApprovalRefused.withoutReason(approval.title());
        }
        var now = clock.instant();
        table.answer(id, approval.step(), task.user(), Answer.REJECTED, reason.strip(), now);
        table.move(approval, State.REJECTED, approval.step(), now);
        tellSubmitter(approval, "approval.rejected", Map.of("title", approval.title(), "reason", reason.strip()));
        events.publishEvent(new ApprovalRejected(approval.recordType(), approval.recordId(), id, reason.strip(), now));
        return table.get(id);
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
        if (approval.state() != State.WAITING || acted || !own) {
            throw ApprovalRefused.notWithdrawable(approval.title());
        }
        var now = clock.instant();
        table.move(approval, State.WITHDRAWN, approval.step(), now);
        events.publishEvent(new ApprovalWithdrawn(approval.recordType(), approval.recordId(), id, now));
        return table.get(id);
    }

    @Override
    public List<Approval> waitingForMe() {
        var user = Actor.current().user();
        return user == null ? List.of() : table.waitingFor(user);
    }

    @Override
    public Map<UUID, List<Approval>> of(String recordType, Collection<UUID> recordIds) {
        return table.of(recordType, recordIds).stream()
                .collect(Collectors.groupingBy(Approval::recordId, LinkedHashMap::new, Collectors.toList()));
    }

    /** What waits for the current actor here; says clearly who was faster if somebody was. */
    private static Task ownTask(Approval approval) {
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

    private void tellSubmitter(Approval approval, String code, Map<String, String> values) {
        var submitter = approval.submittedBy();
        if (submitter != null && !submitter.equals(Actor.current().user())) {
            notices.tell(List.of(submitter), code, values, link(approval));
        }
    }

    private static String link(Approval approval) {
        return "/records/%s/%s".formatted(approval.recordType(), approval.recordId());
    }
}
