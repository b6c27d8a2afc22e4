package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.Item;
import org.throughline.factory.ItemGroup;
import org.throughline.factory.ItemGroups;
import org.throughline.factory.Items;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.workflow.ProgressJobs.Progress;

/** Items; one that only owns others becomes their group. What an operation makes is made, everything else is bought. */
@Component
class ItemStep implements FreppleStep {

    private static final int PLACE = 40;
    private static final BigDecimal SETUP_MINUTES = new BigDecimal(30);
    private static final BigDecimal RUN_MINUTES = new BigDecimal(10);

    private final RowSteps steps;
    private final Items items;
    private final ItemGroups groups;
    private final FreppleKeys keys;

    ItemStep(RowSteps steps, Items items, ItemGroups groups, FreppleKeys keys) {
        this.steps = steps;
        this.items = items;
        this.groups = groups;
        this.keys = keys;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        Set<String> owners = data.owners(Model.ITEM);
        Set<String> made = made(data);
        for (FreppleRow row : data.rows(Model.ITEM)) {
            if (owners.contains(row.text("name").orElse(""))) {
                steps.one(data, Model.ITEM, row, this::group);
            }
        }
        steps.each(data, Model.ITEM, progress, row -> item(data, row, made.contains(row.need("name"))));
    }

    private static Set<String> made(Dataset data) {
        var made = new HashSet<String>();
        data.rows(Model.OPERATION).forEach(row -> row.text("item").ifPresent(made::add));
        for (FreppleRow row : data.rows(Model.OPERATIONMATERIAL)) {
            if (row.number("quantity", BigDecimal.ONE).signum() > 0) {
                row.text("item").ifPresent(made::add);
            }
        }
        for (FreppleRow row : data.rows(Model.DEMAND)) {
            if (row.text("operation").isPresent()) {
                row.text("item").ifPresent(made::add);
            }
        }
        return made;
    }

    private Outcome group(FreppleRow row) {
        String name = row.need("name");
        if (groups.byCode(name).isPresent()) {
            return Outcome.UNCHANGED;
        }
        groups.save(new ItemGroup(
                Identity.fresh(), name, name, null, SETUP_MINUTES, RUN_MINUTES, FreppleKeys.key("group", name), 0));
        return Outcome.INSERTED;
    }

    private Outcome item(Dataset data, FreppleRow row, boolean made) {
        String name = row.need("name");
        Optional<Item> known = keys.find(name);
        Item from = known.orElseGet(() -> Item.fresh(Item.Kind.BUY, name, name, FreppleKeys.UNIT));
        Item wanted = from.change()
                .name(row.text("description").orElse(name))
                .kind(made ? Item.Kind.MAKE : Item.Kind.BUY)
                .group(group(data, row).orElse(from.groupId()))
                .standardCost(new Money(row.number("cost", BigDecimal.ZERO), FreppleKeys.CURRENCY))
                .externalId(FreppleKeys.key("item", name))
                .done();
        if (known.isEmpty()) {
            items.add(wanted);
            return Outcome.INSERTED;
        }
        if (known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        items.change(wanted);
        return Outcome.UPDATED;
    }

    private Optional<UUID> group(Dataset data, FreppleRow row) {
        return row.text("owner")
                .filter(owner -> data.named(Model.ITEM, owner).isPresent())
                .or(() -> Optional.of("GENERAL"))
                .flatMap(groups::byCode)
                .map(ItemGroup::id);
    }
}
