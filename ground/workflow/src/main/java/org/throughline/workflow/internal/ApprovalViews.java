package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.Permissions;
import org.throughline.identity.Role;
import org.throughline.kernel.Actor;
import org.throughline.records.Field;
import org.throughline.web.Wording;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.State;
import org.throughline.workflow.ApprovalEntry;
import org.throughline.workflow.ApprovalEntry.Act;
import org.throughline.workflow.ApprovalSubject;

/** Approvals as the pages show them: in the reader's words, with what the reader may do. */
@Component
class ApprovalViews {

    private final ApprovalTable table;
    private final ApprovalLog log;
    private final FactSheet factSheet;
    private final ObjectProvider<ApprovalSubject> subjects;
    private final Accounts accounts;
    private final Permissions permissions;
    private final Wording wording;
    private final Clock clock;

    ApprovalViews(
            ApprovalTable table,
            ApprovalLog log,
            FactSheet factSheet,
            ObjectProvider<ApprovalSubject> subjects,
            Accounts accounts,
            Permissions permissions,
            Wording wording,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.factSheet = factSheet;
        this.subjects = subjects;
        this.accounts = accounts;
        this.permissions = permissions;
        this.wording = wording;
        this.clock = clock;
    }

    record TaskView(
            int branch,
            UUID user,
            String userName,
            Approval.Kind kind,
            @Nullable String addedBy,
            @Nullable String insteadOf,
            Approval.@Nullable Answer answer,
            @Nullable String comment,
            @Nullable Instant at,
            boolean waiting) {}

    record BranchView(String name, Approval.Mode mode, int needed) {}

    /** @param branches asked at the same time; one for a plain step */
    record StepView(
            String name,
            Approval.Join join,
            List<BranchView> branches,
            List<TaskView> tasks,
            @Nullable Instant dueAt,
            boolean overdue) {}

    /** What the reader may do now. */
    record May(boolean decide, boolean addSigner, boolean withdraw, boolean remind, boolean takeBack) {}

    /**
     * @param history in order; empty in lists
     */
    record ApprovalView(
            UUID id,
            String recordType,
            String recordTypeLabel,
            UUID recordId,
            String title,
            State state,
            int step,
            List<StepView> steps,
            @Nullable String rule,
            @Nullable UUID submittedBy,
            String submittedByName,
            Instant submittedAt,
            @Nullable Instant endedAt,
            List<FactSheet.Fact> facts,
            May may,
            List<ApprovalEntry> history) {}

    record Colleague(UUID id, String name, List<String> roles) {}

    /** A fact that rules may ask about. */
    record FactView(String name, String label, String kind, List<ChoiceView> choices) {}

    record ChoiceView(String value, String label) {}

    record SubjectView(String recordType, String label, List<FactView> facts) {}

    List<ApprovalView> of(List<Approval> approvals) {
        return approvals.stream().map(approval -> view(approval, List.of())).toList();
    }

    ApprovalView withHistory(Approval approval) {
        return view(approval, log.of(approval.id()));
    }

    private ApprovalView view(Approval approval, List<ApprovalEntry> history) {
        var language = Actor.current().language();
        var steps = approval.steps().stream()
                .map(step -> step(step, approval, language))
                .toList();
        return new ApprovalView(
                approval.id(),
                approval.recordType(),
                wording.word("record-type", approval.recordType(), language),
                approval.recordId(),
                approval.title(),
                approval.state(),
                approval.step(),
                steps,
                approval.rule(),
                approval.submittedBy(),
                approval.submittedByName(),
                approval.submittedAt(),
                approval.endedAt(),
                factSheet.read(approval.recordType(), table.facts(approval.id()), language),
                may(approval, history),
                history);
    }

    private StepView step(Approval.Step step, Approval approval, String language) {
        boolean current = approval.state() == State.WAITING && approval.steps().indexOf(step) == approval.step();
        var waiting = current ? step.waiting() : List.<Approval.Task>of();
        var due = step.dueAt();
        var branches = step.branches().stream()
                .map(branch ->
                        new BranchView(wording.word("role", branch.name(), language), branch.mode(), branch.needed()))
                .toList();
        var name = step.name().isEmpty()
                ? branches.stream().map(BranchView::name).collect(Collectors.joining(" + "))
                : wording.word("role", step.name(), language);
        return new StepView(
                name,
                step.join(),
                branches,
                step.tasks().stream()
                        .map(task -> new TaskView(
                                task.branch(),
                                task.user(),
                                task.userName(),
                                task.kind(),
                                task.addedBy(),
                                task.insteadOf(),
                                task.answer(),
                                task.comment(),
                                task.at(),
                                waiting.contains(task)))
                        .toList(),
                due,
                current && due != null && due.isBefore(clock.instant()));
    }

    private static May may(Approval approval, List<ApprovalEntry> history) {
        var user = Actor.current().user();
        var own = approval.waitingFor(user).stream().findFirst();
        boolean mine = user != null && user.equals(approval.submittedBy());
        boolean acted = approval.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .anyMatch(task -> task.answer() != null);
        boolean waits = approval.state() == State.WAITING;
        boolean lastWasMine = !history.isEmpty()
                && history.getLast().act() == Act.APPROVED
                && user != null
                && user.equals(history.getLast().user());
        return new May(
                own.isPresent(),
                own.isPresent() && own.get().addedBy() == null,
                mine && (approval.state() == State.RETURNED || (waits && !acted)),
                mine && waits,
                waits && lastWasMine);
    }

    List<Colleague> colleagues() {
        var language = Actor.current().language();
        return accounts.list("", 0, 1000).items().stream()
                .filter(account -> account.active() && !account.isExternal())
                .map(account -> new Colleague(account.id(), account.displayName(), roles(account, language)))
                .toList();
    }

    private static List<String> roles(Account account, String language) {
        return account.roles().stream()
                .sorted()
                .map(role -> Role.of(role).map(known -> known.label(language)).orElse(role))
                .toList();
    }

    List<SubjectView> subjects() {
        permissions.require("approval-rule", "read");
        var language = Actor.current().language();
        return subjects.stream()
                .map(subject -> new SubjectView(
                        subject.recordType(),
                        wording.word("record-type", subject.recordType(), language),
                        subject.facts().stream()
                                .map(fact -> fact(fact, language))
                                .toList()))
                .toList();
    }

    private static FactView fact(Field fact, String language) {
        return new FactView(
                fact.name(),
                fact.labels().in(language),
                fact.kind().code(),
                fact.choices().stream()
                        .map(choice ->
                                new ChoiceView(choice.value(), choice.labels().in(language)))
                        .toList());
    }
}
