package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;
import static org.throughline.factory.internal.Columns.idOrNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.ItemRefused;
import org.throughline.factory.Items;
import org.throughline.factory.LotPolicy;
import org.throughline.factory.Units;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Money;

/** {@code factory.item}. */
@Repository
class ItemTable implements Items {

    private final JdbcClient jdbc;
    private final Units units;
    private final MasterTable<Item> table;

    ItemTable(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
        this.table = new MasterTable<>(jdbc, "item", "factory.item", "code", Item::id, ItemTable::map);
    }

    @Override
    public Item get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<Item> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public Optional<Item> byExternalId(String externalId) {
        return table.by("external_id", externalId);
    }

    @Override
    public Map<UUID, Item> all(Collection<UUID> ids) {
        return table.all(ids);
    }

    @Override
    public List<Item> all() {
        return table.all();
    }

    @Override
    @Transactional
    public Item add(Item item) {
        check(item);
        return table.save(item.id(), item.code(), -1, columns(item));
    }

    @Override
    @Transactional
    public Item change(Item item) {
        check(item);
        table.get(item.id());
        if (table.update(item.id(), item.version(), columns(item)) == 0) {
            throw new ChangedMeanwhile("item", item.code());
        }
        return table.get(item.id());
    }

    @Override
    @Transactional
    public void lowLevelCodes(Map<UUID, Integer> levels) {
        var pairs = levels.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
        jdbc.sql("""
                UPDATE factory.item i
                   SET low_level_code = split_part(p.pair, ':', 2)::integer
                  FROM unnest(string_to_array(:pairs, ',')) AS p (pair)
                 WHERE i.id = split_part(p.pair, ':', 1)::uuid
                   AND i.low_level_code <> split_part(p.pair, ':', 2)::integer
                """).param("pairs", pairs).update();
    }

    private void check(Item item) {
        units.get(item.unit());
        notNegative(item, "safety_stock", item.safetyStock());
        notNegative(item, "lot_minimum", item.lots().minimum());
        notNegative(item, "lot_multiple", item.lots().multiple());
        notNegative(item, "standard_cost", item.standardCost().amount());
        notNegative(item, "list_price", item.listPrice().amount());
        notNegative(item, "lead_time_days", BigDecimal.valueOf(item.leadTimeDays()));
        notNegative(item, "scrap_rate", item.scrapRate());
        if (item.scrapRate().compareTo(BigDecimal.ONE) >= 0) {
            throw ItemRefused.outOfRange(item.code(), "scrap_rate", item.scrapRate());
        }
        BigDecimal maximum = item.lots().maximum();
        if (maximum != null
                && (maximum.signum() <= 0 || maximum.compareTo(item.lots().minimum()) < 0)) {
            throw ItemRefused.outOfRange(item.code(), "lot_maximum", maximum);
        }
        if (!item.standardCost().currency().equals(item.listPrice().currency())) {
            throw ItemRefused.outOfRange(
                    item.code(), "currency", item.listPrice().currency());
        }
    }

    private static void notNegative(Item item, String field, BigDecimal value) {
        if (value.signum() < 0) {
            throw ItemRefused.outOfRange(item.code(), field, value.toPlainString());
        }
    }

    private static Map<String, @Nullable Object> columns(Item item) {
        return Columns.of(
                "code", item.code(),
                "name", item.name(),
                "name_en", item.nameEnglish(),
                "specification", item.specification(),
                "drawing_number", item.drawingNumber(),
                "revision", item.revision(),
                "kind", item.kind().name(),
                "unit", item.unit(),
                "group_id", item.groupId(),
                "lead_time_days", item.leadTimeDays(),
                "safety_stock", item.safetyStock(),
                "lot_rule", item.lots().rule().name(),
                "lot_minimum", item.lots().minimum(),
                "lot_multiple", item.lots().multiple(),
                "lot_maximum", item.lots().maximum(),
                "lot_reading", item.lots().reading().name(),
                "lot_period_days", item.lots().periodDays(),
                "scrap_rate", item.scrapRate(),
                "tracking", item.tracking().name(),
                "inspect_on_receipt", item.inspectOnReceipt(),
                "inspect_on_completion", item.inspectOnCompletion(),
                "peg", item.peg().name(),
                "standard_cost", item.standardCost().amount(),
                "list_price", item.listPrice().amount(),
                "currency", item.standardCost().currency(),
                "active", item.active(),
                "picture_file_id", item.pictureFileId(),
                "external_id", item.externalId());
    }

    private static Item map(ResultSet row, int index) throws SQLException {
        var currency = row.getString("currency");
        return new Item(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("specification"),
                row.getString("drawing_number"),
                row.getString("revision"),
                Item.Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                idOrNull(row, "group_id"),
                row.getInt("lead_time_days"),
                row.getBigDecimal("safety_stock"),
                lots(row),
                row.getBigDecimal("scrap_rate"),
                Item.Tracking.valueOf(row.getString("tracking")),
                row.getBoolean("inspect_on_receipt"),
                row.getBoolean("inspect_on_completion"),
                Item.Peg.valueOf(row.getString("peg")),
                new Money(row.getBigDecimal("standard_cost"), currency),
                new Money(row.getBigDecimal("list_price"), currency),
                row.getInt("low_level_code"),
                row.getBoolean("active"),
                idOrNull(row, "picture_file_id"),
                row.getString("external_id"),
                row.getInt("version"));
    }

    private static LotPolicy lots(ResultSet row) throws SQLException {
        return new LotPolicy(
                LotPolicy.Rule.valueOf(row.getString("lot_rule")),
                row.getBigDecimal("lot_minimum"),
                row.getBigDecimal("lot_multiple"),
                row.getBigDecimal("lot_maximum"),
                LotPolicy.Reading.valueOf(row.getString("lot_reading")),
                row.getInt("lot_period_days"));
    }
}
