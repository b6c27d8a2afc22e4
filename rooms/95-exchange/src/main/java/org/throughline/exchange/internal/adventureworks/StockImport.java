package org.throughline.exchange.internal.adventureworks;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.Item;
import org.throughline.kernel.Quantity;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.workflow.ProgressJobs.Progress;

/** {@code ProductInventory}: opening stock, posted once for each product and location. Shelf and bin go to the reason. */
@Component
class StockImport implements TableImport {

    private static final int PLACE = 70;

    private final SourceReader reader;
    private final RowRunner runner;
    private final StockLedger ledger;
    private final Locations locations;
    private final ForeignKeys keys;

    StockImport(SourceReader reader, RowRunner runner, StockLedger ledger, Locations locations, ForeignKeys keys) {
        this.reader = reader;
        this.runner = runner;
        this.ledger = ledger;
        this.locations = locations;
        this.keys = keys;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.PRODUCT_INVENTORY);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.PRODUCT_INVENTORY)
                .map(opened -> {
                    var known = keys.items();
                    runner.each(opened.rows(), SourceRow::number, opened.tally(), progress, row -> post(row, known));
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private Outcome post(SourceRow row, Map<String, Item> known) {
        Item item = ForeignKeys.known(known, row, "ProductID");
        String locationId = row.text("LocationID");
        Location location = locations
                .byExternalId(ForeignKeys.key("location", locationId))
                .orElseThrow(() -> RowRefused.unknown("LocationID", locationId));
        Quantity quantity = item.quantity(row.number("Quantity"));
        if (quantity.isZero()) {
            throw RowRefused.nothingThere();
        }
        String key = ForeignKeys.key("inventory", row.text("ProductID"), locationId);
        var posted = ledger.posted(key);
        if (!posted.isEmpty()) {
            if (posted.getFirst().quantity().equals(quantity)) {
                return Outcome.UNCHANGED;
            }
            throw RowRefused.alreadyDifferent(key);
        }
        ledger.post(StockMovement.open(item.id(), quantity, StockPlace.available(location.id()))
                .because("Shelf %s, bin %s".formatted(row.text("Shelf"), row.text("Bin")))
                .key(key));
        return Outcome.INSERTED;
    }
}
