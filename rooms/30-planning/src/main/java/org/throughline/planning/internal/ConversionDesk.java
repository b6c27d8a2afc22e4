package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.engineering.Structures;
import org.throughline.factory.Items;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.planning.MadeSupply;
import org.throughline.planning.PlanningRefused;
import org.throughline.planning.Suggestion;
import org.throughline.planning.SuggestionToMake;
import org.throughline.planning.SupplyKind;
import org.throughline.planning.SupplyMaker;

/** Prepares suggestions for the makers and writes what they became. */
@Component
public class ConversionDesk {

    private final PlanLock lock;
    private final SuggestionRepository suggestions;
    private final SupplyPegRepository pegs;
    private final SalesOrders orders;
    private final Structures structures;
    private final Items items;
    private final ObjectProvider<SupplyMaker> makers;
    private final Clock clock;

    ConversionDesk(
            PlanLock lock,
            SuggestionRepository suggestions,
            SupplyPegRepository pegs,
            SalesOrders orders,
            Structures structures,
            Items items,
            ObjectProvider<SupplyMaker> makers,
            Clock clock) {
        this.lock = lock;
        this.suggestions = suggestions;
        this.pegs = pegs;
        this.orders = orders;
        this.structures = structures;
        this.items = items;
        this.makers = makers;
        this.clock = clock;
    }

    /** Locks and checks every open suggestion of the kind and line. */
    public ConversionBatch openAll(@Nullable SupplyKind kind, @Nullable UUID orderLineId) {
        lock.take();
        return checked(suggestions.proposed(kind, orderLineId));
    }

    /** Locks and checks these suggestions. */
    public ConversionBatch open(Collection<UUID> ids) {
        lock.take();
        return checked(ids);
    }

    private ConversionBatch checked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            throw PlanningRefused.nothingChosen();
        }
        var chosen = suggestions.lock(ids);
        if (chosen.size() != new HashSet<>(ids).size()) {
            var known = chosen.stream().map(Suggestion::id).collect(Collectors.toSet());
            throw new NotFound(
                    "suggestion",
                    ids.stream().filter(id -> !known.contains(id)).findFirst().orElseThrow());
        }
        var shares = suggestions.pegs(ids);
        for (var one : chosen) {
            if (one.status() != Suggestion.Status.PROPOSED) {
                throw PlanningRefused.suggestionDecided(
                        codeOf(one), one.status().name());
            }
            if (one.kind() == SupplyKind.BUY && one.supplierId() == null) {
                throw PlanningRefused.withoutSupplier(codeOf(one));
            }
        }
        refuseWithoutRouting(chosen);
        refuseOnHold(chosen);
        return new ConversionBatch(chosen, toMake(chosen), shares);
    }

    private void refuseWithoutRouting(List<Suggestion> chosen) {
        var made = chosen.stream()
                .filter(one -> one.kind() == SupplyKind.MAKE)
                .map(Suggestion::itemId)
                .collect(Collectors.toSet());
        var routings = structures.routingsOf(made);
        chosen.stream()
                .filter(one -> one.kind() == SupplyKind.MAKE && !routings.containsKey(one.itemId()))
                .findFirst()
                .ifPresent(one -> {
                    throw PlanningRefused.withoutRouting(codeOf(one));
                });
    }

    private void refuseOnHold(List<Suggestion> chosen) {
        var ids = new HashSet<UUID>();
        chosen.forEach(one -> {
            if (one.orderLineId() != null) {
                ids.add(one.orderLineId());
            }
        });
        var held = orders.linesOf(ids).stream()
                .filter(OrderLine::onHold)
                .collect(Collectors.toMap(OrderLine::id, OrderLine::label));
        for (var one : chosen) {
            var label = one.orderLineId() == null ? null : held.get(one.orderLineId());
            if (label != null) {
                throw PlanningRefused.orderOnHold(label, codeOf(one));
            }
        }
    }

    private String codeOf(Suggestion suggestion) {
        return items.get(suggestion.itemId()).code();
    }

    private List<SuggestionToMake> toMake(List<Suggestion> chosen) {
        var today = LocalDate.now(clock);
        var ids = chosen.stream().map(Suggestion::id).collect(Collectors.toSet());
        var parents = new HashMap<UUID, List<UUID>>();
        var workOrders = new HashMap<UUID, List<UUID>>();
        for (var feed : suggestions.feeds(ids)) {
            var parent = feed.parentSuggestionId();
            if (parent != null && ids.contains(parent)) {
                parents.computeIfAbsent(feed.suggestionId(), id -> new ArrayList<>())
                        .add(parent);
            }
            var workOrder = feed.parentWorkOrderId();
            if (workOrder != null) {
                workOrders
                        .computeIfAbsent(feed.suggestionId(), id -> new ArrayList<>())
                        .add(workOrder);
            }
        }
        return chosen.stream()
                .map(one -> new SuggestionToMake(
                        one.id(),
                        one.kind(),
                        one.itemId(),
                        one.quantity(),
                        one.orderBy().isBefore(today) ? today : one.orderBy(),
                        one.possibleDue(),
                        one.supplierId(),
                        one.orderLineId(),
                        parents.getOrDefault(one.id(), List.of()),
                        workOrders.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** @throws PlanningRefused if no room makes this kind */
    public SupplyMaker maker(SupplyKind kind) {
        return makers.orderedStream()
                .filter(maker -> maker.makes(kind))
                .findFirst()
                .orElseThrow(() -> PlanningRefused.nobodyMakes(kind));
    }

    /** Writes what became of the batch, and for whom it was made. */
    public void close(ConversionBatch batch, List<MadeSupply> made, String by, Instant at) {
        var bySuggestion = made.stream().collect(Collectors.toMap(MadeSupply::suggestionId, one -> one));
        for (var one : batch.suggestions()) {
            var supply = bySuggestion.get(one.id());
            if (supply == null) {
                throw new IllegalStateException("Suggestion (%s) was not made by its maker.".formatted(one.id()));
            }
            suggestions.decide(converted(one, supply), null, by, at);
            int position = 0;
            for (Map.Entry<UUID, BigDecimal> share : inOrder(batch.pegs().getOrDefault(one.id(), Map.of()))) {
                pegs.add(
                        new SupplyKey(supply.type(), supply.id()),
                        share.getKey(),
                        new Quantity(share.getValue(), one.quantity().unit()),
                        ++position);
            }
        }
    }

    /** The line that is served first: by priority, then due date. */
    private List<Map.Entry<UUID, BigDecimal>> inOrder(Map<UUID, BigDecimal> shares) {
        if (shares.size() < 2) {
            return List.copyOf(shares.entrySet());
        }
        var lines = orders.linesOf(shares.keySet()).stream()
                .sorted(java.util.Comparator.comparingInt(OrderLine::priority)
                        .thenComparing(OrderLine::due)
                        .thenComparing(OrderLine::label))
                .map(OrderLine::id)
                .toList();
        return shares.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(share -> lines.indexOf(share.getKey())))
                .toList();
    }

    private static Suggestion converted(Suggestion one, MadeSupply supply) {
        return new Suggestion(
                one.id(),
                one.kind(),
                one.itemId(),
                one.quantity(),
                one.receipt(),
                one.orderBy(),
                one.due(),
                one.possibleDue(),
                one.pastDueDays(),
                one.level(),
                one.supplierId(),
                one.orderLineId(),
                Suggestion.Status.CONVERTED,
                supply.type(),
                supply.id(),
                supply.number(),
                one.version());
    }
}
