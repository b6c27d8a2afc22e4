package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.engine.mrp.SupplyRef;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderChanges;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderLineCancelled;
import org.throughline.order.OrderLineChanged;
import org.throughline.order.SalesOrders;
import org.throughline.planning.ChangeEffect;
import org.throughline.planning.PlanChange;
import org.throughline.planning.PlanChangesProposed;
import org.throughline.planning.Suggestion;
import org.throughline.planning.SupplyChange;
import org.throughline.planning.SupplyChanger;
import org.throughline.workflow.Notices;

/** Hears that an order line changed and writes what that asks of everything made for it. */
@Component
class ChangeProposer {

    private final SnapshotReader reader;
    private final PlanChanges changes;
    private final SuggestionRepository suggestions;
    private final SalesOrders orders;
    private final OrderChanges orderChanges;
    private final ObjectProvider<SupplyChanger> changers;
    private final ObjectProvider<Notices> notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeProposer(
            SnapshotReader reader,
            PlanChanges changes,
            SuggestionRepository suggestions,
            SalesOrders orders,
            OrderChanges orderChanges,
            ObjectProvider<SupplyChanger> changers,
            ObjectProvider<Notices> notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.changes = changes;
        this.suggestions = suggestions;
        this.orders = orders;
        this.orderChanges = orderChanges;
        this.changers = changers;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(OrderLineChanged event) {
        propose(event.changeId(), event.after(), event.reason());
    }

    @EventListener
    void on(OrderLineCancelled event) {
        propose(event.changeId(), event.line(), event.reason());
    }

    private void propose(UUID orderChangeId, OrderLine line, String reason) {
        supersede(line.id());
        var snapshot = reader.readWith(Set.of(line.id()));
        var whatIf = WhatIf.of(snapshot, line.id());
        var asked = new Asked(orderChangeId, line.id(), reason, clock.instant());
        var proposed = new ArrayList<PlanChange>();
        whatIf.wishes().forEach(wish -> proposed.add(ofSupply(asked, wish, snapshot)));
        proposed.addAll(ofReservations(asked, snapshot, whatIf.index()));
        proposed.addAll(ofSuggestions(asked, whatIf.index()));
        proposed.forEach(changes::add);
        if (proposed.isEmpty()) {
            orderChanges.settle(orderChangeId, OrderChange.Status.APPLIED);
            return;
        }
        notices.ifAvailable(board -> board.tellRole(
                "planner",
                "planning.changes-proposed",
                Map.of("order", line.label(), "count", proposed.size()),
                "/planning/changes?lineId=" + line.id()));
        events.publishEvent(new PlanChangesProposed(orderChangeId, line.id(), proposed.size(), clock.instant()));
    }

    private record Asked(UUID orderChangeId, UUID orderLineId, String reason, Instant at) {}

    /** What an earlier change asked is asked anew by this one. */
    private void supersede(UUID orderLineId) {
        for (var earlier : changes.openOf(orderLineId)) {
            changes.decide(earlier, PlanChange.Status.REFUSED, "a later change", "system", clock.instant());
            orderChanges.settle(earlier.orderChangeId(), OrderChange.Status.REFUSED);
        }
    }

    private PlanChange ofSupply(Asked asked, WhatIf.Wish wish, Snapshot snapshot) {
        var supply = wish.supply();
        var open = new Quantity(wish.open(), supply.open().unit());
        var change = new SupplyChange(
                supply.type(),
                supply.id(),
                action(supply.open(), open),
                open.equals(supply.open()) ? null : open,
                wish.due().equals(supply.due()) ? null : wish.due(),
                asked.orderLineId(),
                asked.reason());
        var effect = changers.orderedStream()
                .filter(changer -> changer.changes(supply.type()))
                .findFirst()
                .map(changer -> changer.preview(change))
                .orElseGet(() -> cannot(supply.number(), supply.open()));
        return change(
                asked,
                supply.type(),
                supply.id(),
                supply.number(),
                supply.itemId(),
                change.action(),
                supply.open(),
                open,
                supply.due(),
                wish.due(),
                effect,
                sharedWith(snapshot, SupplyKey.of(supply), asked.orderLineId()));
    }

    private static SupplyChange.Action action(Quantity before, Quantity after) {
        if (after.isZero()) {
            return SupplyChange.Action.CANCEL;
        }
        int compared = after.compareTo(before);
        return compared == 0
                ? SupplyChange.Action.MOVE
                : compared < 0 ? SupplyChange.Action.REDUCE : SupplyChange.Action.INCREASE;
    }

    private List<String> sharedWith(Snapshot snapshot, SupplyKey supply, UUID orderLineId) {
        var others = snapshot.shares().getOrDefault(supply, List.of()).stream()
                .map(share -> share.orderLineId())
                .filter(line -> !line.equals(orderLineId))
                .toList();
        return orders.linesOf(others).stream().map(OrderLine::label).toList();
    }

    /** What is kept for the line beyond what it still needs. */
    private static List<PlanChange> ofReservations(Asked asked, Snapshot snapshot, PlanIndex after) {
        var surplus = new HashMap<UUID, BigDecimal>();
        after.pieces().stocks().forEach((id, piece) -> {
            if (asked.orderLineId().equals(piece.orderLineId())) {
                surplus.merge(
                        piece.itemId(),
                        after.unused(new SupplyRef(SupplyRef.Kind.STOCK, id), piece.quantity()),
                        BigDecimal::add);
            }
        });
        var proposed = new ArrayList<PlanChange>();
        for (var kept : snapshot.reserved()) {
            var left = surplus.getOrDefault(kept.itemId(), BigDecimal.ZERO).min(kept.open());
            if (kept.orderLineId().equals(asked.orderLineId()) && left.signum() > 0) {
                surplus.merge(kept.itemId(), left.negate(), BigDecimal::add);
                var item = snapshot.item(kept.itemId());
                var before = item.quantity(kept.open());
                var effect = new ChangeEffect(true, true, item.code(), before, null, null, null, null, List.of());
                proposed.add(change(
                        asked,
                        "reservation",
                        kept.reservationId(),
                        item.code(),
                        item.id(),
                        SupplyChange.Action.RELEASE,
                        before,
                        item.quantity(kept.open().subtract(left)),
                        null,
                        null,
                        effect,
                        List.of()));
            }
        }
        return proposed;
    }

    private List<PlanChange> ofSuggestions(Asked asked, PlanIndex after) {
        var stored = suggestions.proposedFor(asked.orderLineId());
        if (stored.isEmpty()) {
            return List.of();
        }
        var match = SuggestionMatch.of(SuggestionWriter.wanted(after), suggestions.undecided());
        var wantedOf = new HashMap<UUID, WantedSuggestion>();
        match.same().forEach((wanted, known) -> wantedOf.put(known.id(), wanted));
        var proposed = new ArrayList<PlanChange>();
        for (var known : stored) {
            var change = ofSuggestion(asked, known, wantedOf.get(known.id()), after.snapshot());
            if (change != null) {
                proposed.add(change);
            }
        }
        return proposed;
    }

    private static @Nullable PlanChange ofSuggestion(
            Asked asked, Suggestion known, @Nullable WantedSuggestion wanted, Snapshot snapshot) {
        var unit = known.quantity().unit();
        var after = wanted == null ? Quantity.zero(unit) : new Quantity(wanted.quantity(), unit);
        var due = wanted == null ? known.due() : wanted.due();
        if (after.equals(known.quantity()) && due.equals(known.due())) {
            return null;
        }
        var code = snapshot.item(known.itemId()).code();
        var effect = new ChangeEffect(true, true, code, known.quantity(), null, null, null, null, List.of());
        return change(
                asked,
                "suggestion",
                known.id(),
                code,
                known.itemId(),
                action(known.quantity(), after),
                known.quantity(),
                after,
                known.due(),
                due,
                effect,
                List.of());
    }

    private static ChangeEffect cannot(String number, Quantity quantity) {
        return new ChangeEffect(false, false, number, quantity, null, null, null, "planning.nobody-makes", List.of());
    }

    private static PlanChange change(
            Asked asked,
            String type,
            UUID target,
            String number,
            UUID itemId,
            SupplyChange.Action action,
            Quantity before,
            Quantity after,
            @Nullable LocalDate oldDue,
            @Nullable LocalDate newDue,
            ChangeEffect effect,
            List<String> sharedWith) {
        return new PlanChange(
                Identity.fresh(),
                asked.orderChangeId(),
                asked.orderLineId(),
                type,
                target,
                number,
                itemId,
                action,
                before,
                after,
                oldDue,
                Objects.equals(oldDue, newDue) ? oldDue : newDue,
                effect.possible(),
                effect.harmless(),
                new PlanChange.Effect(
                        effect.done(),
                        effect.saved(),
                        effect.lost(),
                        effect.blockingCode(),
                        sharedWith,
                        effect.ownersToTell()),
                PlanChange.Status.PROPOSED,
                asked.reason(),
                asked.at(),
                0);
    }
}
