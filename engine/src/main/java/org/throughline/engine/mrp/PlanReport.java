package org.throughline.engine.mrp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a finished run as records, every list in a fixed order. */
final class PlanReport {

    private final ItemTable table;
    private final NettingRun run;
    private final Map<SupplyRef, OpenSupply> open;
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

    PlanReport(ItemTable table, NettingRun run, Map<SupplyRef, OpenSupply> open) {
        this.table = table;
        this.run = run;
        this.open = open;
    }

    MrpPlan write() {
        var dates = new PossibleDates(table, run);
        dates.roll();
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
        return new MrpPlan(orders, requirements, links, chain, messages, answers(dates));
    }

    private Written written(int item) {
        var written = new Written();
        var planned = run.orders.get(item);
        addRequirements(item, written);
        run.supplies.get(item).forEach(supply -> addPegging(supply, written));
        planned.forEach(order -> addPegging(order.supply, written));
        var itsMessages = new Messages(table, open);
        itsMessages.forItem(item, run.supplies.get(item), planned);
        written.messages().addAll(itsMessages.list());
        return written;
    }

    private PlannedOrder record(int item, Planned order) {
        var rules = table.items[item];
        return new PlannedOrder(
                order.supply.ref.id(),
                rules.id(),
                rules.source(),
                Scaled.toDecimal(order.supply.quantity),
                Scaled.toDecimal(order.startQuantity),
                LocalDate.ofEpochDay(order.need),
                LocalDate.ofEpochDay(order.due),
                LocalDate.ofEpochDay(order.possible),
                LocalDate.ofEpochDay(order.start),
                order.lateDays,
                order.supply.peg,
                table.level[item]);
    }

    /** Phantoms are not picked: what they are blown through to is. */
    private void addRequirements(int item, Written written) {
        boolean phantom = table.items[item].phantom();
        for (var need : run.needs.get(item)) {
            boolean ofAnOrder = switch (need.ref.kind()) {
                case PLANNED, OPEN -> true;
                case DEMAND, SAFETY_STOCK -> false;
            };
            long picked = phantom ? need.covered : need.quantity;
            if (ofAnOrder && picked > 0) {
                written.requirements()
                        .add(new Requirement(
                                need.ref,
                                table.items[item].id(),
                                Scaled.toDecimal(picked),
                                LocalDate.ofEpochDay(need.day),
                                need.peg));
            }
        }
    }

    private void addPegging(Supply supply, Written written) {
        var item = table.items[supply.item].id();
        var byNeed = new LinkedHashMap<RequirementRef, Long>();
        supply.matches.forEach(match -> byNeed.merge(match.need().ref, match.quantity(), Long::sum));
        byNeed.forEach((need, quantity) ->
                written.links().add(new PegLink(item, supply.ref, need, Scaled.toDecimal(quantity))));
        var byDemand = new TreeMap<String, Long>();
        for (int i = 0; i < supply.slices.size(); i++) {
            int demand = supply.slices.demand(i);
            if (demand != Slices.NOBODY) {
                byDemand.merge(run.demand(demand), supply.slices.quantity(i), Long::sum);
            }
        }
        byDemand.forEach((demand, quantity) ->
                written.chain().add(new ChainLink(item, supply.ref, demand, Scaled.toDecimal(quantity))));
    }

    private List<DemandAnswer> answers(PossibleDates dates) {
        return table.input.demands().stream()
                .filter(demand -> NettingRun.counts(table, demand))
                .map(demand -> {
                    var ref = new RequirementRef(RequirementRef.Kind.DEMAND, demand.id());
                    int possible = dates.of(ref, NettingRun.day(demand.due()));
                    return new DemandAnswer(demand.id(), demand.due(), LocalDate.ofEpochDay(possible));
                })
                .sorted(Comparator.comparing(DemandAnswer::demand))
                .toList();
    }
}
