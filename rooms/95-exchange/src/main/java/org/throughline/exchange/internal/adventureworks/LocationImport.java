package org.throughline.exchange.internal.adventureworks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Identity;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * {@code Location}: every one is a stock location; those with a cost rate are work centres too. Availability is hours a
 * week: with the standard week of forty hours it becomes so many jobs at once at such an efficiency that the hours are
 * the same (96 hours = 3 × 40 × 0.8).
 */
@Component
class LocationImport implements TableImport {

    private static final int PLACE = 20;
    private static final BigDecimal STANDARD_WEEK_HOURS = new BigDecimal(40);
    private static final int EFFICIENCY_SCALE = 4;

    private final SourceReader reader;
    private final RowRunner runner;
    private final Locations locations;
    private final WorkCentres workCentres;

    LocationImport(SourceReader reader, RowRunner runner, Locations locations, WorkCentres workCentres) {
        this.reader = reader;
        this.runner = runner;
        this.locations = locations;
        this.workCentres = workCentres;
    }

    static String code(String locationId) {
        return "AW-" + locationId;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.LOCATION);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        return reader.open(files, SourceTable.LOCATION)
                .map(opened -> {
                    runner.each(opened.rows(), SourceRow::number, opened.tally(), progress, this::save);
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private Outcome save(SourceRow row) {
        boolean works = row.number("CostRate").signum() > 0;
        Outcome location = saveLocation(row, works);
        Outcome workCentre = works ? saveWorkCentre(row) : location;
        return location == Outcome.UNCHANGED && workCentre != Outcome.UNCHANGED ? Outcome.UPDATED : location;
    }

    private Outcome saveLocation(SourceRow row, boolean works) {
        String key = ForeignKeys.key("location", row.text("LocationID"));
        Optional<Location> known = locations.byExternalId(key);
        var wanted = new Location(
                known.map(Location::id).orElseGet(Identity::fresh),
                code(row.text("LocationID")),
                row.text("Name"),
                known.map(Location::siteId).orElse(null),
                works ? Location.Kind.FLOOR : Location.Kind.STORE,
                false,
                true,
                key,
                known.map(Location::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        locations.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }

    private Outcome saveWorkCentre(SourceRow row) {
        BigDecimal hours = row.number("Availability");
        int capacity = hours.divide(STANDARD_WEEK_HOURS, 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .intValueExact();
        BigDecimal efficiency = hours.signum() == 0
                ? BigDecimal.ONE.setScale(EFFICIENCY_SCALE)
                : hours.divide(
                        STANDARD_WEEK_HOURS.multiply(BigDecimal.valueOf(capacity)),
                        EFFICIENCY_SCALE,
                        RoundingMode.HALF_UP);
        String code = code(row.text("LocationID"));
        Optional<WorkCentre> known = workCentres.byCode(code);
        var wanted = new WorkCentre(
                known.map(WorkCentre::id).orElseGet(Identity::fresh),
                code,
                row.text("Name"),
                known.map(WorkCentre::siteId).orElse(null),
                known.map(WorkCentre::calendarId).orElse(null),
                WorkCentre.Kind.MACHINE,
                capacity,
                efficiency,
                ForeignKeys.kept(row.number("CostRate")),
                row.integer("LocationID"),
                true,
                ForeignKeys.key("location", row.text("LocationID")),
                known.map(WorkCentre::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        workCentres.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }
}
