package org.throughline.exchange.internal.adventureworks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ProgressJobs.Progress;

/** {@code Vendor}: suppliers. {@code Store}: customers. */
@Component
class PartnerImport implements TableImport {

    private static final int PLACE = 60;

    private final SourceReader reader;
    private final RowRunner runner;
    private final Partners partners;

    PartnerImport(SourceReader reader, RowRunner runner, Partners partners) {
        this.reader = reader;
        this.runner = runner;
        this.partners = partners;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.VENDOR, SourceTable.STORE);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        var reports = new ArrayList<ImportReport.Table>();
        for (SourceTable table : tables()) {
            reader.open(files, table).ifPresent(opened -> {
                runner.each(
                        opened.rows(),
                        SourceRow::number,
                        opened.tally(),
                        progress,
                        table == SourceTable.VENDOR ? this::supplier : this::customer);
                reports.add(opened.tally().report());
            });
        }
        return reports;
    }

    private Outcome supplier(SourceRow row) {
        String key = ForeignKeys.key("vendor", row.text("BusinessEntityID"));
        var fresh = Partner.supplier(row.text("AccountNumber"), row.text("Name"));
        return save(key, fresh, row.integer("CreditRating"), row.flag("ActiveFlag"));
    }

    private Outcome customer(SourceRow row) {
        String key = ForeignKeys.key("store", row.text("BusinessEntityID"));
        var fresh = Partner.customer("AW-S" + row.text("BusinessEntityID"), row.text("Name"));
        return save(key, fresh, null, true);
    }

    private Outcome save(String key, Partner fresh, @Nullable Integer rating, boolean active) {
        Optional<Partner> known = partners.byExternalId(key);
        Partner from = known.orElse(fresh);
        var wanted = new Partner(
                known.map(Partner::id).orElseGet(Identity::fresh),
                fresh.code(),
                fresh.name(),
                from.shortName(),
                fresh.isCustomer() || from.isCustomer(),
                fresh.isSupplier() || from.isSupplier(),
                from.phone(),
                from.email(),
                from.address(),
                from.contact(),
                ForeignKeys.CURRENCY,
                from.paymentTerms(),
                rating,
                active,
                key,
                from.version());
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        partners.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }
}
