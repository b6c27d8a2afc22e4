package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.mrp.Alternate;
import org.throughline.engine.mrp.ScrapConvention;
import org.throughline.engineering.Bom;
import org.throughline.engineering.BomLine;
import org.throughline.factory.Item;

/**
 * Says structures in the engine's words: every line on its own days, so that an order explodes into what counts on the
 * day it starts.
 *
 * <p>Of a group of alternatives new orders are for the first choice that is still in use. The stock of later choices is
 * taken before something new is ordered; the stock of an earlier choice that is no longer in use is used up first.
 */
final class StructureInput {

    private static final Comparator<BomLine> BY_CHOICE = Comparator.comparingInt(BomLine::alternatePriority)
            .thenComparingInt(BomLine::position)
            .thenComparing(BomLine::id);

    private final Snapshot snapshot;
    private final List<org.throughline.engine.mrp.BomLine> lines = new ArrayList<>();
    private final Map<List<UUID>, Alternate> alternates = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> below = new HashMap<>();

    /** Days from the first until before the last; null: without end. */
    private record Span(@Nullable LocalDate from, @Nullable LocalDate before) {

        static Span of(BomLine line) {
            return new Span(line.validFrom(), line.validTo());
        }

        Span and(@Nullable LocalDate otherFrom, @Nullable LocalDate otherBefore) {
            var later = from == null || (otherFrom != null && otherFrom.isAfter(from)) ? otherFrom : from;
            var earlier =
                    before == null || (otherBefore != null && otherBefore.isBefore(before)) ? otherBefore : before;
            return new Span(later, earlier);
        }

        boolean isEmpty() {
            return from != null && before != null && !from.isBefore(before);
        }
    }

    private StructureInput(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static StructureInput of(Snapshot snapshot, Set<UUID> items) {
        var input = new StructureInput(snapshot);
        for (var id : items) {
            if (snapshot.item(id).kind() != Item.Kind.BUY) {
                snapshot.bills(id).forEach(input::add);
            }
        }
        return input;
    }

    List<org.throughline.engine.mrp.BomLine> lines() {
        return lines;
    }

    /** Those by which no item would wait for itself. */
    List<Alternate> alternates() {
        var chosen = new ArrayList<Alternate>();
        alternates.forEach((key, alternate) -> {
            var item = key.get(1);
            var substitute = key.get(2);
            if (!leadsTo(item, substitute)) {
                below.computeIfAbsent(substitute, id -> new HashSet<>()).add(item);
                chosen.add(alternate);
            }
        });
        return chosen;
    }

    private boolean leadsTo(UUID from, UUID to) {
        var seen = new HashSet<UUID>();
        var open = new ArrayDeque<UUID>();
        open.add(from);
        while (!open.isEmpty()) {
            var at = open.remove();
            if (at.equals(to)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(below.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }

    private void add(Bom bom) {
        var groups = new LinkedHashMap<String, List<BomLine>>();
        for (var line : bom.lines()) {
            var group = line.alternateGroup();
            if (group == null) {
                add(bom, line, Span.of(line).and(bom.validFrom(), bom.validTo()));
            } else {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(line);
            }
        }
        groups.values().forEach(group -> add(bom, group));
    }

    /** Between two days on which a choice begins or ends, the same one is the first. */
    private void add(Bom bom, List<BomLine> group) {
        var days = new TreeSet<LocalDate>();
        for (var line : group) {
            if (line.validFrom() != null) {
                days.add(line.validFrom());
            }
            if (line.validTo() != null) {
                days.add(line.validTo());
            }
        }
        LocalDate from = null;
        for (var day : days) {
            choose(bom, group, new Span(from, day));
            from = day;
        }
        choose(bom, group, new Span(from, null));
    }

    private void choose(Bom bom, List<BomLine> group, Span span) {
        var within = span.and(bom.validFrom(), bom.validTo());
        var first = within.from() == null ? snapshot.today() : within.from();
        var choices = group.stream()
                .filter(line -> line.isValidOn(first))
                .sorted(BY_CHOICE)
                .toList();
        if (within.isEmpty() || choices.isEmpty()) {
            return;
        }
        var main = choices.stream()
                .filter(line -> snapshot.item(line.componentId()).active())
                .findFirst()
                .orElse(choices.getFirst());
        add(bom, main, within);
        for (int i = 0; i < choices.size(); i++) {
            var other = choices.get(i);
            if (!other.componentId().equals(main.componentId())) {
                offer(bom, main, other, i, i < choices.indexOf(main));
            }
        }
    }

    private void offer(Bom bom, BomLine main, BomLine other, int priority, boolean useUp) {
        alternates.putIfAbsent(
                List.of(bom.itemId(), main.componentId(), other.componentId()),
                new Alternate(
                        main.componentId().toString(),
                        other.componentId().toString(),
                        other.quantityPer().amount().divide(main.quantityPer().amount(), MathContext.DECIMAL64),
                        priority,
                        useUp ? Alternate.Use.USE_UP_FIRST : Alternate.Use.BEFORE_NEW_ORDER,
                        bom.itemId().toString()));
    }

    private void add(Bom bom, BomLine line, Span span) {
        if (span.isEmpty()) {
            return;
        }
        below.computeIfAbsent(bom.itemId(), id -> new HashSet<>()).add(line.componentId());
        var convention = switch (line.scrapConvention()) {
            case ON_TOP -> ScrapConvention.ON_NET;
            case YIELD -> ScrapConvention.YIELD;
        };
        var before = span.before();
        lines.add(org.throughline.engine.mrp.BomLine.of(
                        bom.itemId().toString(), line.componentId().toString(), perUnit(bom, line))
                .withScrap(line.scrapRate(), convention)
                .withFixedScrap(line.fixedLoss().amount())
                .validBetween(span.from(), before == null ? null : before.minusDays(1)));
    }

    private static BigDecimal perUnit(Bom bom, BomLine line) {
        var base = bom.baseQuantity().amount();
        var per = line.quantityPer().amount();
        return base.compareTo(BigDecimal.ONE) == 0 ? per : per.divide(base, MathContext.DECIMAL128);
    }

    /** Everything that some bill of the item names, on whatever day. */
    static Set<UUID> componentsOf(List<Bom> bills) {
        return bills.stream()
                .flatMap(bom -> bom.lines().stream())
                .map(BomLine::componentId)
                .collect(Collectors.toSet());
    }
}
