package org.throughline.engineering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderRoom;
import org.throughline.web.WebGround;

/** A structure nobody here made: 2,679 lines with dates, compared with a second, naive computation over the file. */
@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    FactoryGround.class,
    OrderRoom.class,
    EngineeringRoom.class,
    HouseForStructures.class
})
@ExtendWith(SystemActs.class)
@Transactional
class AdventureWorksStructureTest {

    private static final String ROAD_BIKE = "749";

    @Autowired
    SaveBoms saveBoms;

    @Autowired
    Structures structures;

    @Autowired
    Items items;

    private final Map<String, Item> known = new HashMap<>();

    private record Row(
            String id,
            String parent,
            String component,
            LocalDate from,
            @Nullable LocalDate lastDay,
            BigDecimal quantity) {

        boolean validOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    @Test
    void three_hundred_road_bikes_need_what_a_naive_walk_over_the_file_says() throws IOException {
        var rows = rows();
        write(rows);

        for (var day : List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2021, 4, 1), LocalDate.of(2021, 5, 2))) {
            var totals = new TreeMap<String, BigDecimal>();
            naive(rows, ROAD_BIKE, new BigDecimal(300), day, totals);
            assertThat(exploded(day)).as("on %s", day).isEqualTo(totals);
        }
        var now = exploded(LocalDate.of(2026, 11, 23));
        assertThat(now).hasSize(74).containsEntry("3", new BigDecimal("3000"));
        assertThat(now.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("139200");
    }

    @Test
    void levels_and_uses_agree_with_the_naive_walk() throws IOException {
        var rows = rows();
        write(rows);
        var day = LocalDate.of(2026, 11, 23);
        var levels = new HashMap<String, Integer>();
        rows.stream().filter(row -> row.validOn(day)).forEach(row -> deepest(rows, row.parent(), 0, day, levels));

        var codes = structures.lowLevelCodes(day);
        levels.forEach((item, level) ->
                assertThat(codes).as("item %s", item).containsEntry(item(item).id(), level));
        assertThat(structures.whereUsed(item("3").id(), day))
                .anySatisfy(use ->
                        assertThat(use.parentId()).isEqualTo(item(ROAD_BIKE).id()));
    }

    private Map<String, BigDecimal> exploded(LocalDate day) {
        var codes = new HashMap<UUID, String>();
        known.forEach((code, item) -> codes.put(item.id(), code));
        var totals = new TreeMap<String, BigDecimal>();
        structures
                .explode(item(ROAD_BIKE).id(), Quantity.of(300, "EA"), day)
                .totals()
                .forEach((item, quantity) -> totals.put(codes.getOrDefault(item, "?"), plain(quantity.amount())));
        return totals;
    }

    private static void naive(
            List<Row> rows, String parent, BigDecimal quantity, LocalDate day, Map<String, BigDecimal> totals) {
        for (var row : rows) {
            if (row.parent().equals(parent) && row.validOn(day)) {
                var needed = plain(quantity.multiply(row.quantity()));
                totals.merge(row.component(), needed, (one, other) -> plain(one.add(other)));
                naive(rows, row.component(), needed, day, totals);
            }
        }
    }

    private static void deepest(List<Row> rows, String item, int level, LocalDate day, Map<String, Integer> levels) {
        if (levels.getOrDefault(item, -1) >= level) {
            return;
        }
        levels.put(item, level);
        for (var row : rows) {
            if (row.parent().equals(item) && row.validOn(day)) {
                deepest(rows, row.component(), level + 1, day, levels);
            }
        }
    }

    private void write(List<Row> rows) {
        var lines = new LinkedHashMap<String, List<BomDraft.Line>>();
        for (var row : rows) {
            var own = lines.computeIfAbsent(row.parent(), parent -> new ArrayList<>());
            own.add(new BomDraft.Line(
                    own.size() + 1,
                    item(row.component()).id(),
                    new Quantity(row.quantity(), "EA"),
                    BigDecimal.ZERO,
                    ScrapConvention.ON_TOP,
                    BigDecimal.ZERO,
                    row.from(),
                    row.lastDay() == null ? null : row.lastDay().plusDays(1),
                    null,
                    null,
                    1,
                    row.id()));
        }
        saveBoms.save(lines.entrySet().stream()
                .map(bom -> BomDraft.released(
                        item(bom.getKey()).id(), "A", bom.getValue().toArray(BomDraft.Line[]::new)))
                .toList());
    }

    private Item item(String code) {
        return known.computeIfAbsent(code, each -> items.add(Item.fresh(Item.Kind.MAKE, each, each, "EA")));
    }

    private static List<Row> rows() throws IOException {
        var file = file();
        Assumptions.assumeTrue(file.isPresent(), "the AdventureWorks tables are not beside this repository");
        var rows = new ArrayList<Row>();
        for (var text : Files.readAllLines(file.orElseThrow())) {
            var cells = text.split("\t", -1);
            if (!cells[1].isEmpty()) {
                rows.add(new Row(
                        cells[0],
                        cells[1],
                        cells[2],
                        LocalDate.parse(cells[3].substring(0, 10)),
                        cells[4].isEmpty() ? null : LocalDate.parse(cells[4].substring(0, 10)),
                        new BigDecimal(cells[7])));
            }
        }
        return rows;
    }

    private static Optional<Path> file() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("shared/data/adventureworks/BillOfMaterials.csv");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(amount.stripTrailingZeros().toPlainString());
    }
}
