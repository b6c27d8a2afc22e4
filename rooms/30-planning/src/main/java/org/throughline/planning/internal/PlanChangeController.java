package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.planning.DecidePlanChange;
import org.throughline.planning.PlanChange;
import org.throughline.planning.SupplyChange;
import org.throughline.web.Price;

/** {@code /api/planning/changes}: what changed orders ask of things made for them. No rule lives here. */
@RestController
@RequestMapping("/api/planning/changes")
class PlanChangeController {

    private final Permissions permissions;
    private final DecidePlanChange decide;
    private final PlanChanges changes;
    private final SuggestionLists lists;

    PlanChangeController(Permissions permissions, DecidePlanChange decide, PlanChanges changes, SuggestionLists lists) {
        this.permissions = permissions;
        this.decide = decide;
        this.changes = changes;
        this.lists = lists;
    }

    /** One proposed change as the planner reads it. */
    record Row(
            UUID id,
            UUID orderChangeId,
            UUID orderLineId,
            @Nullable String orderLabel,
            String targetType,
            UUID targetId,
            String targetNumber,
            UUID itemId,
            String itemCode,
            String itemName,
            SupplyChange.Action action,
            BigDecimal oldQuantity,
            BigDecimal newQuantity,
            String unit,
            @Nullable LocalDate oldDue,
            @Nullable LocalDate newDue,
            boolean possible,
            boolean harmless,
            @Nullable Quantity done,
            @Price @Nullable Money saved,
            @Price @Nullable Money lost,
            @Nullable String blockingCode,
            List<String> sharedWith,
            PlanChange.Status status,
            String changeReason,
            Instant proposedAt,
            int version) {}

    /** Proposed changes, the open ones first; all of them unless a {@code size} of pages is given. */
    @GetMapping
    List<Row> list(
            @RequestParam PlanChange.@Nullable Status status,
            @RequestParam @Nullable UUID lineId,
            @RequestParam @Nullable Integer page,
            @RequestParam @Nullable Integer size) {
        permissions.require("plan-change", "read");
        var raw = changes.list(status, lineId, new Slice(page, size));
        var names = lists.names(
                raw.stream().map(PlanChange::itemId).collect(Collectors.toSet()),
                raw.stream().map(PlanChange::orderLineId).collect(Collectors.toSet()));
        return raw.stream().map(change -> row(change, names)).toList();
    }

    private static Row row(PlanChange change, SuggestionLists.Names names) {
        var effect = change.effect();
        return new Row(
                change.id(),
                change.orderChangeId(),
                change.orderLineId(),
                names.order(change.orderLineId()),
                change.targetType(),
                change.targetId(),
                change.targetNumber(),
                change.itemId(),
                names.code(change.itemId()),
                names.name(change.itemId()),
                change.action(),
                change.oldQuantity().amount(),
                change.newQuantity().amount(),
                change.oldQuantity().unit(),
                change.oldDue(),
                change.newDue(),
                change.possible(),
                change.harmless(),
                effect.done(),
                effect.saved(),
                effect.lost(),
                effect.blockingCode(),
                effect.sharedWith(),
                change.status(),
                change.changeReason(),
                change.proposedAt(),
                change.version());
    }

    /** Why; and which, when several are decided at once. */
    record Decision(
            @Nullable List<UUID> ids,
            @Nullable String reason,
            @Nullable UUID orderChangeId) {

        String why() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /** 204 done · 409 decided already, not possible, or the target has changed meanwhile. */
    @PostMapping("/{id}/apply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void apply(@PathVariable UUID id, @RequestBody(required = false) @Nullable Decision body) {
        decide.apply(List.of(id), body == null ? "" : body.why());
    }

    /** 204 done · 409 decided already, or no reason given. */
    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable UUID id, @RequestBody Decision body) {
        decide.refuse(List.of(id), body.why());
    }

    /** All of {@code ids}, or none. */
    @PostMapping("/apply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void applyAll(@RequestBody Decision body) {
        decide.apply(Objects.requireNonNullElse(body.ids(), List.of()), body.why());
    }

    /** All of {@code ids}, or none. */
    @PostMapping("/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuseAll(@RequestBody Decision body) {
        decide.refuse(Objects.requireNonNullElse(body.ids(), List.of()), body.why());
    }

    /** Applies every open change that loses nothing, of one order change or of all. */
    @PostMapping("/apply-harmless")
    Map<String, Integer> applyHarmless(@RequestBody(required = false) @Nullable Decision body) {
        return Map.of("applied", decide.applyHarmless(body == null ? null : body.orderChangeId()));
    }
}
