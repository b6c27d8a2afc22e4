package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderChanges;
import org.throughline.planning.OpenSupply;
import org.throughline.planning.PlanChange;
import org.throughline.planning.PlanningRefused;
import org.throughline.planning.SupplyChange;
import org.throughline.planning.SupplyChanger;
import org.throughline.planning.SupplyPegs;
import org.throughline.planning.SupplySource;
import org.throughline.stock.Reservations;
import org.throughline.workflow.Acknowledgements;

/** Carries out what the planner decides about proposed changes. */
@Component
public class ChangeDesk {

    private final PlanChanges changes;
    private final SupplyPegRepository pegs;
    private final Reservations reservations;
    private final OrderChanges orderChanges;
    private final ObjectProvider<SupplySource> sources;
    private final ObjectProvider<SupplyChanger> changers;
    private final ObjectProvider<Acknowledgements> acknowledgements;

    ChangeDesk(
            PlanChanges changes,
            SupplyPegRepository pegs,
            Reservations reservations,
            OrderChanges orderChanges,
            ObjectProvider<SupplySource> sources,
            ObjectProvider<SupplyChanger> changers,
            ObjectProvider<Acknowledgements> acknowledgements) {
        this.changes = changes;
        this.pegs = pegs;
        this.reservations = reservations;
        this.orderChanges = orderChanges;
        this.sources = sources;
        this.changers = changers;
        this.acknowledgements = acknowledgements;
    }

    /** Locks open changes. */
    public List<PlanChange> open(Collection<UUID> ids) {
        var locked = changes.lock(ids);
        if (locked.size() != new HashSet<>(ids).size()) {
            var known = locked.stream().map(PlanChange::id).toList();
            throw new NotFound(
                    "plan-change",
                    ids.stream().filter(id -> !known.contains(id)).findFirst().orElseThrow());
        }
        for (var change : locked) {
            if (change.status() != PlanChange.Status.PROPOSED) {
                throw PlanningRefused.changeDecided(
                        change.targetNumber(), change.status().name());
            }
        }
        return locked;
    }

    /** Ids of the open changes that lose nothing. */
    public List<UUID> harmless(@Nullable UUID orderChangeId) {
        return changes.harmless(orderChangeId);
    }

    /** Does what the change says. */
    public void apply(PlanChange change, String reason, String by, Instant at) {
        if (!change.possible()) {
            throw PlanningRefused.changeImpossible(
                    change.targetNumber(), String.valueOf(change.effect().blockingCode()));
        }
        if (change.isAboutSupply()) {
            mustBeAsProposed(change, currentOpen(change));
            changer(change).apply(change.asSupplyChange());
            giveUp(change);
        } else if (change.targetType().equals("reservation")) {
            mustBeAsProposed(change, currentlyKept(change));
            reservations.reduce(change.targetId(), change.oldQuantity().minus(change.newQuantity()));
        }
        changes.decide(change, PlanChange.Status.APPLIED, reason, by, at);
        askOwners(change);
        settle(change.orderChangeId());
    }

    /** Leaves the target as it is; what the line no longer needs of it becomes common stock. */
    public void refuse(PlanChange change, String reason, String by, Instant at) {
        if (change.isAboutSupply() && change.newQuantity().compareTo(change.oldQuantity()) < 0) {
            giveUp(change);
            if (change.newQuantity().isZero() && change.possible()) {
                var keep = new SupplyChange(
                        change.targetType(),
                        change.targetId(),
                        SupplyChange.Action.RELEASE,
                        null,
                        null,
                        change.orderLineId(),
                        reason);
                changer(change).apply(keep);
            }
        }
        changes.decide(change, PlanChange.Status.REFUSED, reason, by, at);
        settle(change.orderChangeId());
    }

    private static void mustBeAsProposed(PlanChange change, Quantity now) {
        if (now.compareTo(change.oldQuantity()) != 0) {
            throw PlanningRefused.changeStale(
                    change.targetNumber(), change.oldQuantity().toString(), now.toString());
        }
    }

    private Quantity currentOpen(PlanChange change) {
        return sources.orderedStream()
                .flatMap(source -> source.openSupply().stream())
                .filter(supply -> supply.id().equals(change.targetId()))
                .map(OpenSupply::open)
                .findFirst()
                .orElse(Quantity.zero(change.oldQuantity().unit()));
    }

    private Quantity currentlyKept(PlanChange change) {
        return reservations.of(List.of(change.orderLineId())).stream()
                .filter(kept -> kept.id().equals(change.targetId()))
                .map(kept -> kept.open())
                .findFirst()
                .orElse(Quantity.zero(change.oldQuantity().unit()));
    }

    private SupplyChanger changer(PlanChange change) {
        return changers.orderedStream()
                .filter(changer -> changer.changes(change.targetType()))
                .findFirst()
                .orElseThrow(() -> PlanningRefused.changeImpossible(change.targetNumber(), change.targetType()));
    }

    /** The line's share follows its need. */
    private void giveUp(PlanChange change) {
        var supply = new SupplyKey(change.targetType(), change.targetId());
        var difference = change.newQuantity().minus(change.oldQuantity()).amount();
        pegs.of(change.targetType(), List.of(change.targetId())).getOrDefault(change.targetId(), List.of()).stream()
                .filter(share -> share.orderLineId().equals(change.orderLineId()))
                .map(SupplyPegs.Share::quantity)
                .findFirst()
                .ifPresent(share -> pegs.share(
                        supply,
                        change.orderLineId(),
                        share.amount().add(difference).max(BigDecimal.ZERO)));
    }

    private void askOwners(PlanChange change) {
        var owners = change.effect().ownersToTell();
        if (!owners.isEmpty()) {
            acknowledgements.ifAvailable(
                    asking -> asking.ask(change.targetType(), change.targetId(), inWords(change), owners, null));
        }
    }

    /** Only what differs, in figures that need no language. */
    private static String inWords(PlanChange change) {
        var words = new StringBuilder(change.targetNumber());
        if (change.oldQuantity().compareTo(change.newQuantity()) != 0) {
            words.append(" · %s → %s".formatted(change.oldQuantity(), change.newQuantity()));
        }
        if (!Objects.equals(change.oldDue(), change.newDue())) {
            words.append(" · %s → %s".formatted(change.oldDue(), change.newDue()));
        }
        return words.append(" · ").append(change.changeReason()).toString();
    }

    private void settle(UUID orderChangeId) {
        var tally = changes.tally(orderChangeId);
        if (tally.open() == 0) {
            orderChanges.settle(
                    orderChangeId, tally.applied() > 0 ? OrderChange.Status.APPLIED : OrderChange.Status.REFUSED);
        }
    }
}
