package org.throughline.exchange.internal.adventureworks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.Remark;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.Item;
import org.throughline.factory.Partner;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.purchasing.VendorItem;
import org.throughline.purchasing.VendorItems;
import org.throughline.workflow.ProgressJobs.Progress;

/** {@code ProductVendor}: suppliers' terms. Vendors with the better credit rating are asked first. */
@Component
class VendorItemImport implements TableImport {

    private static final int PLACE = 65;

    private final SourceReader reader;
    private final RowRunner runner;
    private final VendorItems vendorItems;
    private final ForeignKeys keys;

    VendorItemImport(SourceReader reader, RowRunner runner, VendorItems vendorItems, ForeignKeys keys) {
        this.reader = reader;
        this.runner = runner;
        this.vendorItems = vendorItems;
        this.keys = keys;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.PRODUCT_VENDOR);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.PRODUCT_VENDOR)
                .map(opened -> {
                    var known = keys.items();
                    var vendors = keys.vendors();
                    remarkUnits(opened, known);
                    runner.each(
                            opened.rows(),
                            SourceRow::number,
                            opened.tally(),
                            progress,
                            row -> save(row, known, vendors));
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private static void remarkUnits(SourceReader.Opened opened, Map<String, Item> known) {
        var units = new TreeSet<String>();
        int count = 0;
        for (SourceRow row : opened.rows()) {
            Item item = known.get(row.text("ProductID"));
            String unit = row.text("UnitMeasureCode");
            if (item != null && !UnitCodes.recommended(unit).orElse(unit).equals(item.unit())) {
                units.add(unit);
                count++;
            }
        }
        if (count > 0) {
            opened.tally().remark(new Remark("exchange.remark-vendor-units", "count", count, "units", units));
        }
    }

    private Outcome save(SourceRow row, Map<String, Item> items, Map<String, Partner> vendors) {
        Item item = ForeignKeys.known(items, row, "ProductID");
        Partner vendor = ForeignKeys.known(vendors, row, "BusinessEntityID");
        Optional<VendorItem> known = vendorItems.of(vendor.id(), item.id());
        var wanted = new VendorItem(
                known.map(VendorItem::id).orElseGet(Identity::fresh),
                vendor.id(),
                item.id(),
                known.map(VendorItem::supplierNumber).orElse(null),
                row.integer("AverageLeadTime"),
                new Money(ForeignKeys.kept(row.number("StandardPrice")), ForeignKeys.CURRENCY),
                item.unit(),
                item.quantity(row.number("MinOrderQty")),
                known.map(VendorItem::maximum).orElse(null), // MaxOrderQty is a usual size, not a bound: see README
                known.map(VendorItem::multiple).orElse(null),
                vendor.rating() == null ? 1 : vendor.rating(),
                vendor.active(),
                ForeignKeys.key("vendor-item", row.text("ProductID"), row.text("BusinessEntityID")),
                known.map(VendorItem::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        vendorItems.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }
}
