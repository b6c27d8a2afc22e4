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

    PlanReport(ItemTable table, NettingRun run, Map<SupplyRef, OpenSupply> open) {
        this.table = table;
        this.run = run;
        this.open = open;
    }

    MrpPlan write() {
        var dates = new PossibleDates(table, run);
        dates.roll();
        var messages = new Messages(table, open);
        for (int item : table.order) {
            var planned = run.orders.get(item);
            planned.forEach(order -> orders.add(record(item, order)));
            addRequirements(item);
            run.supplies.get(item).forEach(this::addPegging);
            planned.forEach(order -> addPegging(order.supply));
            messages.forItem(item, run.supplies.get(item), planned);
        }
        return new MrpPlan(orders, requirements, links, chain, messages.list(), answers(dates));
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
    private void addRequirements(int item) {
        boolean phantom = table.items[item].phantom();
        for (var need : run.needs.get(item)) {
            boolean ofAnOrder = switch (need.ref.kind()) {
                case PLANNED, OPEN -> true;
                case DEMAND, SAFETY_STOCK -> false;
            };
            long picked = phantom ? need.covered : need.quantity;
            if (ofAnOrder && picked > 0) {
                requirements.add(new Requirement(
                        need.ref,
                        table.items[item].id(),
                        Scaled.toDecimal(picked),
                        LocalDate.ofEpochDay(need.day),
                        need.peg));
            }
        }
    }

    private void addPegging(Supply supply) {
        var item = table.items[supply.item].id();
        var byNeed = new LinkedHashMap<RequirementRef, Long>();
        supply.matches.forEach(match -> byNeed.merge(match.need().ref, match.quantity(), Long::sum));
        byNeed.forEach((need, quantity) -> links.add(new PegLink(item, supply.ref, need, Scaled.toDecimal(quantity))));
        var byDemand = new TreeMap<String, Long>();
        for (int i = 0; i < supply.slices.size(); i++) {
            int demand = supply.slices.demand(i);
            if (demand != Slices.NOBODY) {
                byDemand.merge(table.input.demands().get(demand).id(), supply.slices.quantity(i), Long::sum);
            }
        }
        byDemand.forEach(
                (demand, quantity) -> chain.add(new ChainLink(item, supply.ref, demand, Scaled.toDecimal(quantity))));
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
