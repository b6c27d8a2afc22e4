package org.throughline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.SystemActs;
import org.throughline.engineering.Structures;
import org.throughline.engineering.WhereUsed;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Quantity;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockCheck;

@SpringJUnitConfig(HouseForImports.class)
@ExtendWith(SystemActs.class)
class AdventureWorksImportTest {

    private static final BigDecimal THREE_HUNDRED = new BigDecimal(300);
    private static final String ROAD_BIKE = "749";

    @Autowired
    ImportForeignData importForeignData;

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    Structures structures;

    @Autowired
    StockBook book;

    @Autowired
    StockCheck check;

    private final HouseForImports.Once once = HouseForImports.ONCE;

    @BeforeEach
    void imported() {
        once.adventureWorks(this::run);
    }

    @Test
    void every_row_is_imported_or_listed_with_its_reason() throws Exception {
        var raw = raw();
        for (var table : once.first().tables()) {
            assertThat(table.inserted()
                            + table.updated()
                            + table.unchanged()
                            + table.leftOut()
                            + table.rejected().size())
                    .as(table.name())
                    .isEqualTo(table.read());
            assertThat(table.rejected())
                    .as(table.name())
                    .allSatisfy(row -> assertThat(row.reason()).doesNotStartWith("exchange."));
        }
        var tables =
                once.first().tables().stream().collect(Collectors.toMap(ImportReport.Table::name, Function.identity()));
        assertThat(tables.get("Product.csv"))
                .returns(504, ImportReport.Table::read)
                .returns(504, ImportReport.Table::inserted);
        assertThat(tables.get("BillOfMaterials.csv"))
                .returns(2679, ImportReport.Table::read)
                .returns(2576, ImportReport.Table::inserted);
        assertThat(tables.get("Vendor.csv")).returns(104, ImportReport.Table::inserted);
        assertThat(tables.get("Store.csv")).returns(701, ImportReport.Table::inserted);
        assertThat(tables.get("ScrapReason.csv")).returns(16, ImportReport.Table::inserted);
        assertThat(tables.get("Location.csv")).returns(14, ImportReport.Table::inserted);
        assertThat(tables.get("ProductVendor.csv")).returns(460, ImportReport.Table::inserted);
        assertThat(tables.get("PurchaseOrderHeader.csv")).returns(4012, ImportReport.Table::inserted);
        assertThat(tables.get("PurchaseOrderDetail.csv")).returns(8845, ImportReport.Table::inserted);
        long withStock = raw.rows("ProductInventory.csv").stream()
                .filter(cells -> !cells[4].equals("0"))
                .count();
        assertThat(tables.get("ProductInventory.csv")).returns((int) withStock, ImportReport.Table::inserted);
        assertThat(tables.get("CurrencyRate.csv")).returns(13532, ImportReport.Table::leftOut);
    }

    @Test
    void importing_again_changes_nothing() {
        var again = run();

        assertThat(again.changedNothing()).isTrue();
        assertThat(again.tables().stream().map(ImportReport.Table::read))
                .isEqualTo(once.first().tables().stream()
                        .map(ImportReport.Table::read)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-05-02", "2021-05-03", "2021-09-14", "2021-11-13", "2021-11-14", "2026-11-23"})
    void three_hundred_road_bikes_need_what_the_files_say_on_every_date(String day) throws Exception {
        var date = LocalDate.parse(day);
        var byId = byId();

        var totals = new TreeMap<String, BigDecimal>();
        structures
                .explode(product(ROAD_BIKE).id(), new Quantity(THREE_HUNDRED, "EA"), date)
                .totals()
                .forEach((id, quantity) -> totals.put(productId(byId.get(id)), plain(quantity.amount())));

        var expected = new TreeMap<String, BigDecimal>();
        raw().explode(ROAD_BIKE, THREE_HUNDRED, date).forEach((id, quantity) -> expected.put(id, plain(quantity)));
        assertThat(totals).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "492", "519", "945"})
    void a_component_goes_into_what_the_files_say(String component) throws Exception {
        var date = LocalDate.of(2026, 11, 23);
        var byId = byId();

        assertThat(structures.whereUsed(product(component).id(), date).stream()
                        .map(WhereUsed::parentId)
                        .map(id -> productId(byId.get(id)))
                        .collect(Collectors.toSet()))
                .isEqualTo(raw().whereUsed(component, date));
    }

    @Test
    void low_level_codes_are_those_of_the_files() throws Exception {
        var date = LocalDate.of(2026, 11, 23);
        var expected = raw().lowLevelCodes(date);
        var found = new HashMap<String, Integer>();
        for (Item item : items.all()) {
            if (item.externalId() != null && item.lowLevelCode() > 0) {
                found.put(productId(item), item.lowLevelCode());
            }
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void the_stock_is_worth_what_the_files_say() throws Exception {
        var value = book.value().stream()
                .filter(one -> one.currency().equals("USD"))
                .findFirst()
                .orElseThrow();

        assertThat(value.exact()).isEqualByComparingTo(raw().stockValue());
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void a_made_item_without_a_routing_has_a_visible_default_operation() {
        var routing = structures.routingOf(product(ROAD_BIKE).id());

        assertThat(routing.defaulted()).isTrue();
        assertThat(routing.operations()).singleElement().satisfies(operation -> {
            assertThat(operation.runMinutes()).isPositive();
            assertThat(operation.setupMinutes()).isPositive();
        });
        var made = items.all().stream()
                .filter(item -> item.externalId() != null && item.kind() == Item.Kind.MAKE)
                .map(Item::id)
                .toList();
        assertThat(structures.routingsOf(made)).hasSize(made.size());
    }

    @Test
    void units_of_the_bill_are_the_units_of_the_items() {
        assertThat(product("492").unit()).isEqualTo("ONZ");
        assertThat(product("356").unit()).isEqualTo("INH");
        assertThat(product(ROAD_BIKE))
                .returns("BK-R93R-62", Item::code)
                .returns("EA", Item::unit)
                .returns(true, Item::active)
                .returns(4, Item::leadTimeDays);
        assertThat(partners.byExternalId("adventureworks:vendor:1580"))
                .map(Partner::isSupplier)
                .contains(true);
    }

    private ImportReport run() {
        return importForeignData.run(
                "adventureworks", SourceFiles.at(SharedData.folder("adventureworks")), (done, total, message) -> {});
    }

    private Item product(String productId) {
        return items.byExternalId("adventureworks:" + productId).orElseThrow();
    }

    private Map<UUID, Item> byId() {
        return items.all().stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }

    private static String productId(@Nullable Item item) {
        return item == null ? "?" : String.valueOf(item.externalId()).substring("adventureworks:".length());
    }

    private static RawTables raw() throws Exception {
        return new RawTables(SharedData.folder("adventureworks"));
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0
                ? BigDecimal.ZERO
                : amount.stripTrailingZeros()
                        .setScale(Math.max(0, amount.stripTrailingZeros().scale()));
    }
}
