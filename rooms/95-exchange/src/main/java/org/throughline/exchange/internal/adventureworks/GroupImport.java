package org.throughline.exchange.internal.adventureworks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.SourceFiles;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.RowRunner;
import org.throughline.factory.ItemGroup;
import org.throughline.factory.ItemGroups;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * {@code ProductSubcategory}: item groups, each with the default operation of its made items, because the data has no
 * routings. Set once; what people change later stays.
 */
@Component
class GroupImport implements TableImport {

    /** Group of the products that have no sub-category: parts that are never sold. */
    static final String WITHOUT = "AW-PARTS";

    private static final int PLACE = 30;
    private static final String BIKES = "1";
    private static final String FINAL_ASSEMBLY = "60";
    private static final String SUBASSEMBLY = "50";

    /** Sub-categories that are not simply assembled: handlebars, forks and frames. */
    private static final Map<String, String> WORK_CENTRE_OF =
            Map.of("4", "10", "10", "10", "12", "20", "14", "20", "16", "20");

    private final SourceReader reader;
    private final RowRunner runner;
    private final ItemGroups groups;
    private final WorkCentres workCentres;

    GroupImport(SourceReader reader, RowRunner runner, ItemGroups groups, WorkCentres workCentres) {
        this.reader = reader;
        this.runner = runner;
        this.groups = groups;
        this.workCentres = workCentres;
    }

    static String code(String subcategoryId) {
        return "AW-" + subcategoryId;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(SourceTable.PRODUCT_SUBCATEGORY);
    }

    @Override
    public List<ImportReport.Table> run(SourceFiles files, Progress progress) {
        if (files.find(SourceTable.PRODUCT.file()).isPresent()) {
            runner.whole(() -> save(WITHOUT, "Parts", null, SUBASSEMBLY, 10, 5));
        }
        return reader.open(files, SourceTable.PRODUCT_SUBCATEGORY)
                .map(opened -> {
                    runner.each(opened.rows(), SourceRow::number, opened.tally(), progress, this::save);
                    return List.of(opened.tally().report());
                })
                .orElse(List.of());
    }

    private Outcome save(SourceRow row) {
        String id = row.text("ProductSubcategoryID");
        boolean bike = row.text("ProductCategoryID").equals(BIKES);
        String workCentre = bike ? FINAL_ASSEMBLY : WORK_CENTRE_OF.getOrDefault(id, SUBASSEMBLY);
        return save(
                code(id),
                row.text("Name"),
                ForeignKeys.key("subcategory", id),
                workCentre,
                bike ? 20 : 15,
                bike ? 30 : 8);
    }

    private Outcome save(
            String code, String name, @Nullable String key, String locationId, int setupMinutes, int runMinutes) {
        Optional<ItemGroup> known = groups.byCode(code);
        if (known.isPresent()) {
            if (known.get().name().equals(name)) {
                return Outcome.UNCHANGED;
            }
            groups.save(renamed(known.get(), name));
            return Outcome.UPDATED;
        }
        groups.save(new ItemGroup(
                Identity.fresh(),
                code,
                name,
                workCentres
                        .byCode(LocationImport.code(locationId))
                        .map(WorkCentre::id)
                        .orElse(null),
                BigDecimal.valueOf(setupMinutes),
                BigDecimal.valueOf(runMinutes),
                key,
                0));
        return Outcome.INSERTED;
    }

    private static ItemGroup renamed(ItemGroup group, String name) {
        return new ItemGroup(
                group.id(),
                group.code(),
                name,
                group.defaultWorkCentreId(),
                group.defaultSetupMinutes(),
                group.defaultRunMinutes(),
                group.externalId(),
                group.version());
    }
}
