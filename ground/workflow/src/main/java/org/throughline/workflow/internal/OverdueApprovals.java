package org.throughline.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.identity.Accounts;
import org.throughline.kernel.Actor;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approval.Kind;
import org.throughline.workflow.Approval.Task;
import org.throughline.workflow.ApprovalEntry.Act;

/**
 * Looks every minute for steps whose time is over: first those asked and the applicant are told, and when half the time
 * has passed again, the step's next level is asked too. Several nodes may look; each approval is taken by one.
 */
@Component
class OverdueApprovals implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueApprovals.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ApprovalTable table;
    private final ApprovalWrites writes;
    private final ApprovalLog log;
    private final ChainWalk walk;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private @Nullable ScheduledExecutorService looking;

    OverdueApprovals(
            ApprovalTable table,
            ApprovalWrites writes,
            ApprovalLog log,
            ChainWalk walk,
            Accounts accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.writes = writes;
        this.log = log;
        this.walk = walk;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start() {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("overdue-approvals").factory());
        var _ = timer.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        looking = timer;
    }

    @Override
    public void stop() {
        var timer = looking;
        if (timer != null) {
            timer.shutdownNow();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        try {
            Actor.system().run(this::lookNow);
        } catch (RuntimeException failed) {
            LOG.warn("Looking for overdue approvals failed; tried again in {}", EVERY, failed);
        }
    }

    /** Warns and raises what is overdue now. */
    void lookNow() {
        transaction.executeWithoutResult(
                status -> table.overdue(clock.instant()).forEach(this::treat));
    }

    private void treat(Approval approval) {
        int position = approval.step();
        var step = approval.steps().get(position);
        var now = clock.instant();
        boolean warned = log.of(approval.id()).stream()
                .anyMatch(entry -> entry.act() == Act.OVERDUE
                        && entry.step() == position
                        && step.dueAt() != null
                        && !entry.at().isBefore(step.dueAt()));
        if (!warned) {
            writes.warned(approval.id(), position, now);
            log.add(approval.id(), Act.OVERDUE, position, null, null);
            var people = approval.waitingTasks().stream().map(Task::user).toList();
            walk.tell(people, approval, "approval.overdue", Map.of("title", approval.title()));
            walk.tellSubmitter(approval, "approval.overdue", Map.of("title", approval.title()));
            return;
        }
        writes.raised(approval.id(), position, now);
        var role = step.escalate();
        if (role != null) {
            raise(approval, step, role);
        }
    }

    private void raise(Approval approval, Approval.Step step, String role) {
        for (var account : accounts.withRole(role)) {
            boolean asked = step.tasks().stream().anyMatch(task -> task.user().equals(account.id()));
            if (!asked) {
                walk.ask(approval, 0, account, Kind.RAISED, null);
                log.add(approval.id(), Act.RAISED, approval.step(), null, account.displayName());
                walk.tell(List.of(account.id()), approval, "approval.raised", Map.of("title", approval.title()));
            }
        }
    }
}
