package org.throughline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.SystemActs;
import org.throughline.engineering.Structures;
import org.throughline.factory.Calendars;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;

@SpringJUnitConfig(HouseForImports.class)
@ExtendWith(SystemActs.class)
class FreppleImportTest {

    @Autowired
    ImportForeignData importForeignData;

    @Autowired
    Items items;

    @Autowired
    Structures structures;

    @Autowired
    Calendars calendars;

    static List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(SharedData.folder("frepple"))) {
            return all.filter(file -> file.toString().matches(".*\\.(json|xlsx)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_row_of_every_file_is_imported_or_listed_and_importing_again_changes_nothing(Path file) {
        var first = run(file);
        var again = run(file);

        assertThat(first.tables()).isNotEmpty().allSatisfy(table -> {
            assertThat(table.inserted()
                            + table.updated()
                            + table.unchanged()
                            + table.leftOut()
                            + table.rejected().size())
                    .isEqualTo(table.read());
            assertThat(table.rejected())
                    .allSatisfy(row -> assertThat(row.reason())
                            .doesNotStartWith("exchange.")
                            .doesNotContain("cannot be stored"));
        });
        assertThat(again.changedNothing()).as("%s", again).isTrue();
        assertThat(again.tables().stream().mapToInt(ImportReport.Table::read).sum())
                .isEqualTo(first.tables().stream()
                        .mapToInt(ImportReport.Table::read)
                        .sum());
    }

    @Test
    void the_chair_of_the_manufacturing_demo_has_its_structure_routing_and_working_days() {
        run(SharedData.folder("frepple").resolve("manufacturing_demo.json"));
        var chair = items.byExternalId("frepple:item:varnished chair").orElseThrow();

        assertThat(structures.routingOf(chair.id()).defaulted()).isFalse();
        assertThat(structures.routingOf(chair.id()).operations()).hasSize(2);
        assertThat(structures
                        .explode(chair.id(), Quantity.of(10, "C62"), LocalDate.of(2026, 11, 23))
                        .totals())
                .isNotEmpty();
        var workingDays = calendars.byCode("Working Days").orElseThrow();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 11, 22))).isFalse();
    }

    private ImportReport run(Path file) {
        return importForeignData.run("frepple", SourceFiles.at(file), (done, total, message) -> {});
    }
}
