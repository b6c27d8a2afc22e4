package org.throughline.insight.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.factory.Calendars;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partners;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.insight.MilestoneKind;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;

/** Asks every room what it knows of some lines and puts the answers together. */
@Component
class LineFactsReader {

    private final SalesOrders orders;
    private final Items items;
    private final Partners partners;
    private final Calendars calendars;
    private final Accounts accounts;
    private final StageStandards standards;
    private final List<LineSource> sources;

    LineFactsReader(
            SalesOrders orders,
            Items items,
            Partners partners,
            Calendars calendars,
            Accounts accounts,
            StageStandards standards,
            List<LineSource> sources) {
        this.orders = orders;
        this.items = items;
        this.partners = partners;
        this.calendars = calendars;
        this.accounts = accounts;
        this.standards = standards;
        this.sources = List.copyOf(sources);
    }

    /** What was read: the lines that exist, and the names of everybody they name. */
    record Read(List<Line> lines, Map<UUID, String> names) {}

    /** One line's head and facts. */
    record Line(LineHeader header, LineFacts facts) {}

    Read read(Collection<UUID> lineIds) {
        var lines = orders.linesOf(lineIds);
        var itemsById = items.all(lines.stream().map(OrderLine::itemId).collect(Collectors.toSet()));
        var builders = new HashMap<UUID, LineFactsBuilder>();
        for (var line : lines) {
            var item = itemsById.get(line.itemId());
            if (item != null) {
                builders.put(line.id(), new LineFactsBuilder(line, item));
            }
        }
        sources.forEach(source -> source.contribute(builders));
        var usual = usualOwners();
        builders.values().forEach(builder -> builder.ownersUnlessNamed(usual));
        var people = new HashSet<UUID>();
        builders.values().forEach(builder -> people.addAll(builder.people()));
        var customers = partners.all(lines.stream().map(OrderLine::customerId).collect(Collectors.toSet()));
        return new Read(
                builders.values().stream()
                        .map(builder -> {
                            var customer = customers.get(builder.line().customerId());
                            var name = customer == null ? "" : customer.shownName();
                            return new Line(header(builder.line(), builder.item(), name), builder.build());
                        })
                        .toList(),
                accounts.names(people));
    }

    /** Every line that somebody still has to do something for. */
    List<UUID> liveLines() {
        return orders.liveLines().stream().map(OrderLine::id).toList();
    }

    WorkingDays workingDays() {
        return calendars.standard()::isWorkingDay;
    }

    private Map<MilestoneKind, UUID> usualOwners() {
        var owners = new EnumMap<MilestoneKind, UUID>(MilestoneKind.class);
        for (var standard : standards.all().values()) {
            var owner = standard.owner() != null
                    ? standard.owner()
                    : accounts.withRole(standard.role()).stream()
                            .findFirst()
                            .map(Account::id)
                            .orElse(null);
            if (owner != null) {
                owners.put(standard.kind(), owner);
            }
        }
        return owners;
    }

    private static LineHeader header(OrderLine line, Item item, String customerName) {
        return new LineHeader(
                line.id(),
                line.orderId(),
                line.orderNumber(),
                line.position(),
                line.orderClass().name(),
                line.customerId(),
                customerName,
                item.id(),
                item.code(),
                item.name(),
                item.drawingNumber(),
                item.revision(),
                line.ordered(),
                line.firstPromise(),
                line.ownerUserId());
    }
}
