package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Ratio;
import org.throughline.factory.Unit;
import org.throughline.factory.UnitRefused;
import org.throughline.factory.Units;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;

/** {@code factory.unit} and {@code factory.item_unit}. */
@Repository
class UnitTable implements Units {

    private static final String PIECES = "COUNT";
    private static final String PACKAGE = "PACKAGE";
    private static final String OTHER = "OTHER";

    private final JdbcClient jdbc;

    UnitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Unit get(String code) {
        return find(code).orElseThrow(() -> UnitRefused.unknown(code));
    }

    @Override
    public Optional<Unit> find(String code) {
        return jdbc.sql("""
                SELECT id, code, name_zh, name_en, dimension, numerator, denominator
                  FROM factory.unit
                 WHERE code = :code
                 ORDER BY code
                """).param("code", code).query(UnitTable::map).optional();
    }

    @Override
    public List<Unit> all() {
        return jdbc.sql("""
                SELECT id, code, name_zh, name_en, dimension, numerator, denominator
                  FROM factory.unit
                 ORDER BY dimension, code
                """).query(UnitTable::map).list();
    }

    @Override
    @Transactional
    public Unit save(Unit unit) {
        jdbc.sql("""
                INSERT INTO factory.unit (id, organisation_id, code, name_zh, name_en, dimension, numerator, denominator)
                VALUES (:id, platform.current_organisation(), :code, :zh, :en, :dimension, :numerator, :denominator)
                ON CONFLICT (organisation_id, code) DO UPDATE
                   SET name_zh = excluded.name_zh, name_en = excluded.name_en, version = unit.version + 1
                """)
                .param("id", unit.id())
                .param("code", unit.code())
                .param("zh", unit.nameZh())
                .param("en", unit.nameEn())
                .param("dimension", unit.dimension())
                .param("numerator", new BigDecimal(unit.toBase().numerator()))
                .param("denominator", new BigDecimal(unit.toBase().denominator()))
                .update();
        return get(unit.code());
    }

    @Override
    public Quantity convert(UUID itemId, Quantity quantity, String toUnit) {
        if (quantity.unit().equals(toUnit)) {
            return quantity;
        }
        Ratio ratio = ratio(itemId, quantity.unit(), toUnit);
        if (!ratio.isExactFor(quantity.amount())) {
            throw UnitRefused.inexact(baseOf(itemId).code(), quantity, toUnit, ratio);
        }
        return new Quantity(ratio.apply(quantity.amount(), RoundingMode.UNNECESSARY), toUnit);
    }

    @Override
    public Quantity convert(UUID itemId, Quantity quantity, String toUnit, RoundingMode rounding) {
        if (quantity.unit().equals(toUnit)) {
            return quantity;
        }
        Ratio ratio = ratio(itemId, quantity.unit(), toUnit);
        return new Quantity(ratio.apply(quantity.amount(), rounding), toUnit);
    }

    @Override
    public Quantity toBase(UUID itemId, Quantity quantity) {
        return convert(itemId, quantity, baseOf(itemId).unit());
    }

    @Override
    public void requireWhole(String item, Quantity quantity) {
        if (countable(quantity).compareTo(quantity) != 0) {
            throw UnitRefused.notWhole(item, quantity);
        }
    }

    @Override
    public Quantity countable(Quantity quantity) {
        boolean parts = quantity.amount().stripTrailingZeros().scale() > 0;
        return parts && get(quantity.unit()).dimension().equals(PIECES)
                ? new Quantity(quantity.amount().setScale(0, RoundingMode.DOWN), quantity.unit())
                : quantity;
    }

    @Override
    public Ratio ratio(UUID itemId, String fromUnit, String toUnit) {
        Unit from = get(fromUnit);
        Unit to = get(toUnit);
        if (fromUnit.equals(toUnit)) {
            return Ratio.ONE;
        }
        Ratio direct = withinDimension(from, to);
        if (direct != null) {
            return direct;
        }
        ItemBase item = baseOf(itemId);
        var own = ofItem(itemId);
        Ratio fromInBase = inBase(item, own, from);
        Ratio toInBase = inBase(item, own, to);
        if (fromInBase == null || toInBase == null) {
            throw UnitRefused.notConvertible(item.code(), fromUnit, toUnit);
        }
        return fromInBase.times(toInBase.inverse());
    }

    @Override
    public List<ItemUnit> ofItem(UUID itemId) {
        return jdbc.sql("""
                SELECT item_id, unit, numerator, denominator
                  FROM factory.item_unit
                 WHERE item_id = :item
                 ORDER BY unit
                """)
                .param("item", itemId)
                .query((row, index) -> new ItemUnit(id(row, "item_id"), row.getString("unit"), ratio(row)))
                .list();
    }

    @Override
    @Transactional
    public void define(UUID itemId, String unit, Ratio inBaseUnit) {
        get(unit);
        ItemBase item = baseOf(itemId);
        if (item.unit().equals(unit)) {
            throw UnitRefused.isBaseUnit(item.code(), unit);
        }
        jdbc.sql("""
                INSERT INTO factory.item_unit (id, item_id, unit, numerator, denominator)
                VALUES (:id, :item, :unit, :numerator, :denominator)
                ON CONFLICT (item_id, unit) DO UPDATE
                   SET numerator = excluded.numerator,
                       denominator = excluded.denominator,
                       version = item_unit.version + 1
                 WHERE (item_unit.numerator, item_unit.denominator)
                       IS DISTINCT FROM (excluded.numerator, excluded.denominator)
                """)
                .param("id", Identity.fresh())
                .param("item", itemId)
                .param("unit", unit)
                .param("numerator", new BigDecimal(inBaseUnit.numerator()))
                .param("denominator", new BigDecimal(inBaseUnit.denominator()))
                .update();
    }

    /** One {@code unit} in the item's base unit: as the item says, or over a unit of its dimension the item knows. */
    private @Nullable Ratio inBase(ItemBase item, List<ItemUnit> own, Unit unit) {
        for (ItemUnit known : own) {
            if (known.unit().equals(unit.code())) {
                return known.inBaseUnit();
            }
        }
        Ratio toBaseUnit = withinDimension(unit, get(item.unit()));
        if (toBaseUnit != null) {
            return toBaseUnit;
        }
        for (ItemUnit known : own) {
            Ratio toKnown = withinDimension(unit, get(known.unit()));
            if (toKnown != null) {
                return toKnown.times(known.inBaseUnit());
            }
        }
        return null;
    }

    private static @Nullable Ratio withinDimension(Unit from, Unit to) {
        if (from.code().equals(to.code())) {
            return Ratio.ONE;
        }
        boolean measured =
                !from.dimension().equals(PACKAGE) && !from.dimension().equals(OTHER);
        return measured && from.dimension().equals(to.dimension())
                ? from.toBase().times(to.toBase().inverse())
                : null;
    }

    private ItemBase baseOf(UUID itemId) {
        return jdbc.sql("""
                SELECT code, unit
                  FROM factory.item
                 WHERE id = :item
                 ORDER BY code
                """)
                .param("item", itemId)
                .query((row, index) -> new ItemBase(row.getString("code"), row.getString("unit")))
                .optional()
                .orElseThrow(() -> new NotFound("item", itemId));
    }

    private record ItemBase(String code, String unit) {}

    private static Ratio ratio(ResultSet row) throws SQLException {
        return Ratio.of(row.getBigDecimal("numerator"), row.getBigDecimal("denominator"));
    }

    private static Unit map(ResultSet row, int index) throws SQLException {
        return new Unit(
                id(row, "id"),
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("dimension"),
                ratio(row));
    }
}
