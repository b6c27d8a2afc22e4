package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.scheduling.PublishSchedule;
import org.throughline.scheduling.RunSchedule;
import org.throughline.scheduling.ScheduleResult;
import org.throughline.web.Language;
import org.throughline.workflow.ProgressJob;
import org.throughline.workflow.ProgressJobs;

/** {@code /api/schedules} and {@code /api/dispatch}. No rule lives here. */
@RestController
@RequestMapping("/api")
class ScheduleController {

    private static final int LONGEST_SECONDS = 120;

    private final Permissions permissions;
    private final RunSchedule runSchedule;
    private final PublishSchedule publishSchedule;
    private final GanttReader gantt;
    private final LoadReader load;
    private final DispatchReader dispatch;
    private final ObjectProvider<ProgressJobs> jobs;
    private final Clock clock;
    private final int usualSeconds;

    ScheduleController(
            Permissions permissions,
            RunSchedule runSchedule,
            PublishSchedule publishSchedule,
            GanttReader gantt,
            LoadReader load,
            DispatchReader dispatch,
            ObjectProvider<ProgressJobs> jobs,
            Clock clock,
            @Value("${throughline.scheduling.seconds:5}") int usualSeconds) {
        this.permissions = permissions;
        this.runSchedule = runSchedule;
        this.publishSchedule = publishSchedule;
        this.gantt = gantt;
        this.load = load;
        this.dispatch = dispatch;
        this.jobs = jobs;
        this.clock = clock;
        this.usualSeconds = usualSeconds;
    }

    /** How long to improve; whether to publish the result at once; which way to plan, forward if nothing is said. */
    record Wish(@Nullable Integer seconds, @Nullable Boolean publish, ScheduleResult.@Nullable Direction direction) {}

    private static ScheduleResult.Direction direction(@Nullable Wish wish) {
        var wanted = wish == null ? null : wish.direction();
        return wanted == null ? ScheduleResult.Direction.FORWARD : wanted;
    }

    private Duration budget(@Nullable Wish wish) {
        int seconds = wish == null || wish.seconds() == null ? usualSeconds : wish.seconds();
        return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_SECONDS));
    }

    /** 201 the draft, or the published schedule if that was asked for · 409 no schedule is possible. */
    @PostMapping("/schedules")
    @ResponseStatus(HttpStatus.CREATED)
    ScheduleResult run(@RequestBody(required = false) @Nullable Wish wish) {
        var draft = runSchedule.run(budget(wish), direction(wish), () -> false);
        return wish != null && Boolean.TRUE.equals(wish.publish()) ? publishSchedule.publish() : draft;
    }

    /** 202 a job that computes the draft; cancelling it keeps the best schedule so far. */
    @PostMapping("/schedules/jobs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProgressJob runInBackground(@RequestBody(required = false) @Nullable Wish wish) {
        var budget = budget(wish);
        var direction = direction(wish);
        var title = "zh".equals(Language.ofAnswer()) ? "排程" : "Schedule";
        return jobs.getObject().start("schedule", title, progress -> {
            long began = System.nanoTime();
            var stopped = new AtomicBoolean();
            return runSchedule.run(budget, direction, () -> {
                try {
                    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
                    progress.at(Math.min(seconds, budget.toSeconds()), Math.max(1, budget.toSeconds()), title);
                } catch (CancellationException cancelled) {
                    stopped.set(true);
                }
                return stopped.get();
            });
        });
    }

    /** 200 the schedule that the floor works by now · 409 there is no draft. */
    @PostMapping("/schedules/publish")
    ScheduleResult publish() {
        return publishSchedule.publish();
    }

    /** The board. {@code status} empty: the draft if there is one. Without dates: four weeks from a day ago. */
    @GetMapping("/schedules/current/gantt")
    GanttReader.Board gantt(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) ScheduleResult.@Nullable Status status) {
        permissions.require("operation-slot", "read");
        var first = Objects.requireNonNullElse(from, LocalDate.now(clock).minusDays(1));
        var last = Objects.requireNonNullElse(to, first.plusWeeks(4));
        return gantt.read(first, last, status);
    }

    /** Booked hours and capacity of every work centre, day by day. */
    @GetMapping("/schedules/load")
    List<LoadReader.Load> load(@RequestParam(defaultValue = "4") int weeks) {
        permissions.require("operation-slot", "read");
        return load.read(Math.clamp(weeks, 1, 26));
    }

    /** What is to be done next. */
    @GetMapping("/dispatch")
    List<DispatchReader.Row> dispatch(
            @RequestParam(required = false) @Nullable UUID workCentre,
            @RequestParam(required = false) @Nullable UUID machine) {
        permissions.require("operation-slot", "read");
        return dispatch.list(workCentre, machine);
    }
}
