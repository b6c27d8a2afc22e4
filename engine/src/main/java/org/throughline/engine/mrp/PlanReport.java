package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Writes a finished run as records, every list in a fixed order. */
final class PlanReport {

    private final ItemTable table;
    private final NettingRun run;
    private final Shown shown = new Shown();
    private final List<PlannedOrder> orders = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<PegLink> links = new ArrayList<>();
    private final List<ChainLink> chain = new ArrayList<>();
    private final List<ActionMessage> messages = new ArrayList<>();

    /** What is said of one item, apart from its orders. */
    record Written(
            List<Requirement> requirements, List<PegLink> links, List<ChainLink> chain, List<ActionMessage> messages) {

        private Written() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The ranges of an order's pegging in what was written of its item. */
    record Place(Written written, int linksFrom, int linksTo, int chainFrom, int chainTo) {

        void copyTo(Written other) {
            other.links().addAll(written.links().subList(linksFrom, linksTo));
            other.chain().addAll(written.chain().subList(chainFrom, chainTo));
        }
    }

    PlanReport(ItemTable table, NettingRun run) {
        this.table = table;
        this.run = run;
    }

    MrpPlan write() {
        new PossibleDates(table, run).roll();
        for (int item : table.order) {
            run.orders.get(item).forEach(order -> orders.add(record(item, order)));
            var known = run.written.get(item);
            var written = known == null ? written(item) : known;
            run.written.set(item, written);
            requirements.addAll(written.requirements());
            links.addAll(written.links());
            chain.addAll(written.chain());
            messages.addAll(written.messages());
        }
        return new MrpPlan(orders, requirements, links, chain, messages, answers());
    }

    private Written written(int item) {
        var written = new Written();
        var planned = run.orders.get(item);
        addRequirements(item, written);
        run.supplies.get(item).forEach(supply -> addPegging(supply, written));
        planned.forEach(order -> addPegging(order, written));
        var itsMessages = new Messages(table, shown);
        itsMessages.forItem(item, run.supplies.get(item), planned);
        written.messages().addAll(itsMessages.list());
        return written;
    }

    /** The same object as last time if nothing of it has changed. */
    private PlannedOrder record(int item, Planned order) {
        var last = order.shown;
        var possible = shown.date(order.possible);
        if (last != null && last.level() == table.level[item] && last.possible().equals(possible)) {
            return last;
        }
        var rules = table.items[item];
        var now = new PlannedOrder(
                order.supply.ref.id(),
                rules.id(),
                rules.source(),
                shown.quantity(order.supply.quantity),
                shown.quantity(order.startQuantity),
                shown.date(order.need),
                shown.date(order.due),
                possible,
                shown.date(order.start),
                order.lateDays,
                order.supply.peg,
                table.level[item]);
        order.shown = now;
        return now;
    }

    /** Phantoms are not picked: what they are blown through to is. */
    private void addRequirements(int item, Written written) {
        boolean phantom = table.items[item].phantom();
        for (var need : run.needs.get(item)) {
            boolean ofAnOrder = switch (need.taker.ref.kind()) {
                case PLANNED, OPEN -> true;
                case DEMAND, SAFETY_STOCK -> false;
            };
            long picked = phantom ? need.covered : need.quantity;
            if (ofAnOrder && picked > 0) {
                if (need.shown == null) {
                    need.shown = new Requirement(
                            need.taker.ref,
                            table.items[item].id(),
                            shown.quantity(picked),
                            shown.date(need.day),
                            need.peg);
                }
                written.requirements().add(need.shown);
            }
        }
    }

    private void addPegging(Planned order, Written written) {
        int links = written.links().size();
        int chain = written.chain().size();
        if (order.place == null) {
            addPegging(order.supply, written);
        } else {
            order.place.copyTo(written);
        }
        order.place = new Place(
                written, links, written.links().size(), chain, written.chain().size());
    }

    private void addPegging(Supply supply, Written written) {
        var item = table.items[supply.item].id();
        for (var match : joined(supply.matches)) {
            written.links()
                    .add(new PegLink(item, supply.ref, match.need().taker.ref, shown.quantity(match.quantity())));
        }
        var slices = supply.slices;
        if (slices.size() == 1 && slices.demand(0) != Slices.NOBODY) {
            addChain(item, supply, run.numbers().id(slices.demand(0)), slices.quantity(0), written);
            return;
        }
        var byDemand = new TreeMap<String, Long>();
        for (int i = 0; i < slices.size(); i++) {
            if (slices.demand(i) != Slices.NOBODY) {
                byDemand.merge(run.numbers().id(slices.demand(i)), slices.quantity(i), Long::sum);
            }
        }
        byDemand.forEach((demand, quantity) -> addChain(item, supply, demand, quantity, written));
    }

    /** One match for each taker, in the order in which they took first. */
    private static Collection<Supply.Match> joined(List<Supply.Match> matches) {
        if (matches.size() < 2) {
            return matches;
        }
        var byTaker = new LinkedHashMap<Taker, Supply.Match>();
        for (var match : matches) {
            byTaker.merge(
                    match.need().taker,
                    match,
                    (first, other) -> new Supply.Match(first.need(), first.quantity() + other.quantity()));
        }
        return byTaker.values();
    }

    private void addChain(String item, Supply supply, String demand, long quantity, Written written) {
        written.chain().add(new ChainLink(item, supply.ref, demand, shown.quantity(quantity)));
    }

    private List<DemandAnswer> answers() {
        return table.input.demands().stream()
                .filter(demand -> NettingRun.counts(table, demand))
                .map(demand -> {
                    int possible = run.numbers().taker(demand.id()).ready(NettingRun.day(demand.due()));
                    return new DemandAnswer(demand.id(), demand.due(), shown.date(possible));
                })
                .sorted(Comparator.comparing(DemandAnswer::demand))
                .toList();
    }
}
