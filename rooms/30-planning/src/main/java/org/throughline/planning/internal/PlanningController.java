package org.throughline.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.planning.ConvertSuggestions;
import org.throughline.planning.DismissSuggestions;
import org.throughline.planning.Kit;
import org.throughline.planning.Kitting;
import org.throughline.planning.MadeSupply;
import org.throughline.planning.PlanningRun;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.planning.RunPlanning;
import org.throughline.planning.Suggestion;
import org.throughline.planning.SupplyKind;
import org.throughline.web.Language;
import org.throughline.workflow.ProgressJob;
import org.throughline.workflow.ProgressJobs;

/** {@code /api/planning}: runs, suggestions, requirements and kits. No rule lives here. */
@RestController
@RequestMapping("/api/planning")
class PlanningController {

    private final Permissions permissions;
    private final RunPlanning runPlanning;
    private final ConvertSuggestions convertSuggestions;
    private final DismissSuggestions dismissSuggestions;
    private final Requirements requirements;
    private final Kitting kitting;
    private final PlanningRuns runs;
    private final SuggestionLists lists;
    private final ObjectProvider<ProgressJobs> jobs;

    PlanningController(
            Permissions permissions,
            RunPlanning runPlanning,
            ConvertSuggestions convertSuggestions,
            DismissSuggestions dismissSuggestions,
            Requirements requirements,
            Kitting kitting,
            PlanningRuns runs,
            SuggestionLists lists,
            ObjectProvider<ProgressJobs> jobs) {
        this.permissions = permissions;
        this.runPlanning = runPlanning;
        this.convertSuggestions = convertSuggestions;
        this.dismissSuggestions = dismissSuggestions;
        this.requirements = requirements;
        this.kitting = kitting;
        this.runs = runs;
        this.lists = lists;
        this.jobs = jobs;
    }

    /** 201 what the run did · 409 another run goes on, or the structures cannot be planned. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.CREATED)
    PlanningRun run() {
        return runPlanning.run();
    }

    /** 202 a job that runs the planning; it can be stopped until it writes. */
    @PostMapping("/runs/jobs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProgressJob runInBackground() {
        var title = "zh".equals(Language.ofAnswer()) ? "需求计算" : "Planning run";
        return jobs.getObject().start("planning-run", title, progress -> {
            progress.at(0, 1, title);
            return runPlanning.run();
        });
    }

    /** The last run; 204 if nobody ever ran. */
    @GetMapping("/runs/latest")
    @Nullable
    PlanningRun latestRun() {
        permissions.require("planning-run", "read");
        return runs.latest().orElse(null);
    }

    /** Suggestions by order-by date. {@code lineId}: only those with a share for this order line. All, or pages of {@code size}. */
    @GetMapping("/suggestions")
    List<SuggestionLists.Row> suggestions(
            @RequestParam @Nullable SupplyKind kind,
            @RequestParam(defaultValue = "PROPOSED") Suggestion.Status status,
            @RequestParam @Nullable UUID lineId,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size) {
        permissions.require("suggestion", "read");
        return lists.list(kind, status, lineId, new Slice(page, size));
    }

    /** What to convert: {@code ids}, or {@code all} (of a kind, for an order line). */
    record Conversion(
            @Nullable List<UUID> ids,
            @Nullable Boolean all,
            @Nullable SupplyKind kind,
            @Nullable UUID orderLineId) {}

    /** What became of the suggestions; {@code createdWorkOrderIds} are the new work orders. */
    record Converted(List<MadeSupply> made, List<UUID> createdWorkOrderIds) {

        static Converted of(List<MadeSupply> made) {
            return new Converted(
                    made,
                    made.stream()
                            .filter(one -> one.type().equals("work-order"))
                            .map(MadeSupply::id)
                            .toList());
        }
    }

    /** 200 what they became · 409 the first that cannot be converted; then none is. */
    @PostMapping("/suggestions/convert")
    Converted convert(@RequestBody Conversion body) {
        if (Boolean.TRUE.equals(body.all())) {
            return Converted.of(convertSuggestions.convertAll(body.kind(), body.orderLineId()));
        }
        return Converted.of(convertSuggestions.convert(Objects.requireNonNullElse(body.ids(), List.of())));
    }

    /** One suggestion becomes a purchase order or a work order. */
    @PostMapping("/suggestions/{id}/convert")
    Converted convertOne(@PathVariable UUID id) {
        return Converted.of(convertSuggestions.convert(List.of(id)));
    }

    /** Which suggestions are not wanted, and why. */
    record Dismissal(List<UUID> ids, String reason) {}

    /** Suggestions that nobody will follow. */
    @PostMapping("/suggestions/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@RequestBody Dismissal body) {
        dismissSuggestions.dismiss(body.ids(), body.reason());
    }

    /** Advice about open orders, most urgent first. */
    @GetMapping("/messages")
    List<SuggestionLists.MessageRow> messages(
            @RequestParam @Nullable Integer page, @RequestParam @Nullable Integer size) {
        permissions.require("plan-message", "read");
        return lists.messages(new Slice(page, size));
    }

    /** 200 the tree · 404 no such order line. */
    @GetMapping("/requirements/{lineId}")
    RequirementNode requirements(@PathVariable UUID lineId) {
        permissions.require("suggestion", "read");
        return requirements.ofLine(lineId);
    }

    /** Kits of order lines or work orders. */
    @GetMapping("/kitting")
    List<Kit> kitting(
            @RequestParam(required = false) @Nullable List<UUID> lineId,
            @RequestParam(required = false) @Nullable List<UUID> workOrderId) {
        permissions.require("suggestion", "read");
        var kits = new ArrayList<Kit>();
        Map<UUID, Kit> ofLines = kitting.ofLines(Objects.requireNonNullElse(lineId, List.of()));
        kits.addAll(ofLines.values());
        kits.addAll(kitting.ofWorkOrders(Objects.requireNonNullElse(workOrderId, List.of()))
                .values());
        return kits;
    }
}
