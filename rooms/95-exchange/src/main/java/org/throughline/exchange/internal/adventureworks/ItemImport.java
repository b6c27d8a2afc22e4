package org.throughline.exchange.internal.adventureworks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.Remark;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.Item;
import org.throughline.factory.ItemChange;
import org.throughline.factory.ItemGroup;
import org.throughline.factory.ItemGroups;
import org.throughline.factory.Items;
import org.throughline.kernel.Money;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * {@code Product}: items. The product has no unit of its own: it is counted in the unit in which bills of material use
 * it, else in pieces.
 */
@Component
class ItemImport implements TableImport {

    private static final int PLACE = 40;
    private static final String EACH = "EA";

    private final SourceReader reader;
    private final RowRunner runner;
    private final Items items;
    private final ItemGroups groups;
    private final ForeignKeys keys;

    ItemImport(SourceReader reader, RowRunner runner, Items items, ItemGroups groups, ForeignKeys keys) {
        this.reader = reader;
        this.runner = runner;
        this.items = items;
        this.groups = groups;
        this.keys = keys;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.PRODUCT);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.PRODUCT)
                .map(opened -> {
                    var context = context(files);
                    opened.tally().remark(new Remark("exchange.remark-product-columns"));
                    runner.each(opened.rows(), SourceRow::number, opened.tally(), progress, row -> save(row, context));
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    /** What other tables say about products, by ProductID, and the groups by code. */
    private record Context(
            Map<String, Item> known,
            Map<String, String> units,
            Map<String, Integer> leadTimes,
            Map<String, UUID> groups) {}

    private Context context(SourceFiles files) {
        var units = new HashMap<String, String>();
        for (SourceRow row : reader.rows(files, SourceTable.BILL_OF_MATERIALS)) {
            UnitCodes.recommended(row.text("UnitMeasureCode"))
                    .ifPresent(unit -> units.put(row.text("ComponentID"), unit));
        }
        var leadTimes = new HashMap<String, Integer>();
        for (SourceRow row : reader.rows(files, SourceTable.PRODUCT_VENDOR)) {
            leadTimes.merge(row.text("ProductID"), row.integer("AverageLeadTime"), Math::max);
        }
        var groupIds = groups.all().stream().collect(Collectors.toMap(ItemGroup::code, ItemGroup::id));
        return new Context(keys.items(), units, leadTimes, groupIds);
    }

    private Outcome save(SourceRow row, Context context) {
        String productId = row.text("ProductID");
        Item known = context.known().get(productId);
        boolean made = row.flag("MakeFlag");
        Item from =
                known == null ? Item.fresh(Item.Kind.BUY, row.text("ProductNumber"), row.text("Name"), EACH) : known;
        Item wanted = fill(from.change(), row, context)
                .kind(made ? Item.Kind.MAKE : Item.Kind.BUY)
                .leadTimeDays(
                        made
                                ? row.integer("DaysToManufacture")
                                : context.leadTimes().getOrDefault(productId, 0))
                .externalId(ForeignKeys.item(productId))
                .done();
        if (known == null) {
            items.add(wanted);
            return Outcome.INSERTED;
        }
        if (known.equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        items.change(wanted);
        return Outcome.UPDATED;
    }

    private static ItemChange fill(ItemChange change, SourceRow row, Context context) {
        String productId = row.text("ProductID");
        var groupCode =
                row.optional("ProductSubcategoryID").map(GroupImport::code).orElse(GroupImport.WITHOUT);
        UUID group = Optional.ofNullable(context.groups().get(groupCode))
                .orElseThrow(() -> RowRefused.unknown("ProductSubcategoryID", row.text("ProductSubcategoryID")));
        return change.code(row.text("ProductNumber"))
                .name(row.text("Name"))
                .nameEnglish(row.text("Name"))
                .specification(specification(row))
                .unit(context.units().getOrDefault(productId, EACH))
                .group(group)
                .safetyStock(ForeignKeys.kept(row.number("SafetyStockLevel")))
                .standardCost(new Money(ForeignKeys.kept(row.number("StandardCost")), ForeignKeys.CURRENCY))
                .listPrice(new Money(ForeignKeys.kept(row.number("ListPrice")), ForeignKeys.CURRENCY))
                .active(row.optional("DiscontinuedDate").isEmpty());
    }

    /** Colour, size, weight: {@code Red, 62 CM, 15.00 LB}. */
    private static @Nullable String specification(SourceRow row) {
        String text = Stream.of(
                        row.text("Color"),
                        (row.text("Size") + " " + row.text("SizeUnitMeasureCode")).strip(),
                        (row.text("Weight") + " " + row.text("WeightUnitMeasureCode")).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }
}
