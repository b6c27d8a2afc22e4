package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.engine.mrp.PegLink;
import org.throughline.engine.mrp.PlannedOrder;
import org.throughline.engine.mrp.SupplyRef;
import org.throughline.factory.Item;
import org.throughline.kernel.Identity;
import org.throughline.planning.Suggestion;

/** Writes what a plan proposes; leaves untouched what is proposed already. */
@Component
class SuggestionWriter {

    private final SuggestionRepository suggestions;

    SuggestionWriter(SuggestionRepository suggestions) {
        this.suggestions = suggestions;
    }

    /** What a run did to the proposals. {@code touched} are the order lines whose proposals differ. */
    record Written(int proposed, int added, int changed, int removed, int pastDue, Set<UUID> touched) {}

    Written write(PlanIndex index, Instant at) {
        var wanted = wanted(index);
        var stored = suggestions.undecided();
        var knownPegs = suggestions.pegs(stored.stream().map(Suggestion::id).toList());
        var match = SuggestionMatch.of(wanted, stored);
        var touched = new HashSet<UUID>();
        match.gone()
                .forEach(gone -> touched.addAll(
                        knownPegs.getOrDefault(gone.id(), Map.of()).keySet()));
        suggestions.delete(match.gone().stream().map(Suggestion::id).toList());
        var ids = new HashMap<String, UUID>();
        var fresh = new LinkedHashMap<UUID, WantedSuggestion>();
        var pegs = new LinkedHashMap<UUID, Map<UUID, BigDecimal>>();
        for (var one : match.fresh()) {
            var id = Identity.fresh();
            ids.put(one.engineId(), id);
            fresh.put(id, one);
            pegs.put(id, one.lines());
            touched.addAll(one.lines().keySet());
        }
        suggestions.insert(fresh, at);
        var changed = new LinkedHashMap<Suggestion, WantedSuggestion>();
        match.same().forEach((one, known) -> {
            ids.put(one.engineId(), known.id());
            if (differs(one, known)) {
                changed.put(known, one);
                touched.addAll(one.lines().keySet());
            }
            var before = knownPegs.getOrDefault(known.id(), Map.of());
            if (!samePegs(before, one.lines())) {
                pegs.put(known.id(), one.lines());
                touched.addAll(before.keySet());
                touched.addAll(one.lines().keySet());
            }
        });
        suggestions.update(changed);
        suggestions.peg(pegs);
        suggestions.feed(feeds(index, wanted, ids));
        int dismissed = (int) match.same().values().stream()
                .filter(known -> known.status() == Suggestion.Status.DISMISSED)
                .count();
        int pastDue = (int) wanted.stream().filter(one -> one.pastDueDays() > 0).count();
        return new Written(
                wanted.size() - dismissed,
                fresh.size(),
                changed.size(),
                match.gone().size(),
                pastDue,
                touched);
    }

    static List<WantedSuggestion> wanted(PlanIndex index) {
        var wanted = new ArrayList<WantedSuggestion>();
        for (var order : index.plan().orders()) {
            var item = itemOf(index, order);
            if (item.kind() != Item.Kind.PHANTOM) {
                wanted.add(WantedSuggestion.of(
                        order, item, index.snapshot().terms().get(item.id()), index.linesOf(reference(order))));
            }
        }
        return wanted;
    }

    private static boolean differs(WantedSuggestion wanted, Suggestion known) {
        return wanted.quantity().compareTo(known.quantity().amount()) != 0
                || wanted.receipt().compareTo(known.receipt().amount()) != 0
                || !wanted.orderBy().equals(known.orderBy())
                || !wanted.due().equals(known.due())
                || !wanted.possible().equals(known.possibleDue())
                || wanted.pastDueDays() != known.pastDueDays()
                || wanted.level() != known.level()
                || !Objects.equals(wanted.orderLineId(), known.orderLineId())
                || !Objects.equals(SuggestionRepository.supplierOf(known, wanted), known.supplierId());
    }

    private static boolean samePegs(Map<UUID, BigDecimal> before, Map<UUID, BigDecimal> after) {
        return before.size() == after.size()
                && after.entrySet().stream().allMatch(entry -> {
                    var share = before.get(entry.getKey());
                    return share != null && share.compareTo(entry.getValue()) == 0;
                });
    }

    private static Set<SuggestionRepository.Feed> feeds(
            PlanIndex index, List<WantedSuggestion> wanted, Map<String, UUID> ids) {
        var feeds = new LinkedHashSet<SuggestionRepository.Feed>();
        for (var one : wanted) {
            var child = ids.get(one.engineId());
            if (child != null) {
                var supply = new SupplyRef(SupplyRef.Kind.PLANNED, one.engineId());
                index.usedBy(supply).forEach(link -> addFeeds(index, child, link, ids, feeds));
            }
        }
        return feeds;
    }

    /** A phantom has no suggestion of its own: who consumes it consumes its components. */
    private static void addFeeds(
            PlanIndex index, UUID child, PegLink link, Map<String, UUID> ids, Set<SuggestionRepository.Feed> feeds) {
        var user = link.requirement();
        switch (user.kind()) {
            case PLANNED -> {
                var parent = ids.get(user.id());
                if (parent == null) {
                    var phantom = new SupplyRef(SupplyRef.Kind.PLANNED, user.id());
                    index.usedBy(phantom).forEach(further -> addFeeds(index, child, further, ids, feeds));
                } else {
                    feeds.add(new SuggestionRepository.Feed(child, parent, null));
                }
            }
            case DEMAND -> {
                var material = index.material(user.id());
                if (material != null) {
                    feeds.add(new SuggestionRepository.Feed(child, null, material.workOrderId()));
                }
            }
            case OPEN, SAFETY_STOCK -> {
                // Open orders are not exploded here, and nobody consumes a safety stock.
            }
        }
    }

    static SupplyRef reference(PlannedOrder order) {
        return new SupplyRef(SupplyRef.Kind.PLANNED, order.id());
    }

    private static Item itemOf(PlanIndex index, PlannedOrder order) {
        return index.snapshot().item(UUID.fromString(order.item()));
    }
}
