package org.throughline.purchasing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.factory.Items;
import org.throughline.factory.Partners;
import org.throughline.factory.Units;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.planning.PurchaseTerm;
import org.throughline.planning.PurchaseTerms;
import org.throughline.purchasing.VendorItem;
import org.throughline.purchasing.VendorItems;

/** Table {@code purchasing.vendor_item}. */
@Repository
class VendorItemTable implements VendorItems, PurchaseTerms {

    private final JdbcClient jdbc;
    private final Items items;
    private final Partners partners;
    private final Units units;

    VendorItemTable(JdbcClient jdbc, Items items, Partners partners, Units units) {
        this.jdbc = jdbc;
        this.items = items;
        this.partners = partners;
        this.units = units;
    }

    @Override
    public List<VendorItem> ofItem(UUID itemId) {
        return jdbc.sql("""
                SELECT *
                  FROM purchasing.vendor_item
                 WHERE item_id = :item AND active
                 ORDER BY priority, price NULLS LAST, id
                """).param("item", itemId).query(VendorItemTable::map).list();
    }

    @Override
    public Optional<VendorItem> of(UUID supplierId, UUID itemId) {
        return jdbc.sql("SELECT * FROM purchasing.vendor_item WHERE supplier_id = :supplier AND item_id = :item")
                .param("supplier", supplierId)
                .param("item", itemId)
                .query(VendorItemTable::map)
                .optional();
    }

    @Override
    public VendorItem save(VendorItem terms) {
        var price = terms.price();
        jdbc.sql("""
                INSERT INTO purchasing.vendor_item
                       (id, supplier_id, item_id, supplier_number, lead_time_days, price, currency, unit, minimum, maximum,
                        multiple, priority, active, external_id)
                VALUES (:id, :supplier, :item, :supplierNumber, :days, :price, :currency, :unit, :minimum, :maximum,
                        :multiple, :priority, :active, :external)
                    ON CONFLICT (supplier_id, item_id) DO UPDATE
                   SET supplier_number = excluded.supplier_number, lead_time_days = excluded.lead_time_days,
                       price = excluded.price, currency = excluded.currency, unit = excluded.unit,
                       minimum = excluded.minimum, maximum = excluded.maximum, multiple = excluded.multiple,
                       priority = excluded.priority, active = excluded.active, external_id = excluded.external_id,
                       version = vendor_item.version + 1
                """)
                .param("id", terms.id())
                .param("supplier", terms.supplierId())
                .param("item", terms.itemId())
                .param("supplierNumber", terms.supplierNumber())
                .param("days", terms.leadTimeDays())
                .param("price", price == null ? null : price.amount())
                .param("currency", price == null ? "CNY" : price.currency())
                .param("unit", terms.unit())
                .param("minimum", amount(terms.minimum()))
                .param("maximum", amount(terms.maximum()))
                .param("multiple", amount(terms.multiple()))
                .param("priority", terms.priority())
                .param("active", terms.active())
                .param("external", terms.externalId())
                .update();
        return of(terms.supplierId(), terms.itemId()).orElseThrow();
    }

    private static @Nullable BigDecimal amount(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.amount();
    }

    @Override
    public Map<UUID, PurchaseTerm> firstChoice(Collection<UUID> itemIds) {
        var first = jdbc.sql("""
                SELECT DISTINCT ON (item_id) *
                  FROM purchasing.vendor_item
                 WHERE item_id = ANY (:items) AND active
                 ORDER BY item_id, priority, price NULLS LAST, id
                """)
                .param("items", itemIds.toArray(UUID[]::new))
                .query(VendorItemTable::map)
                .list();
        var suppliers = partners.all(first.stream().map(VendorItem::supplierId).toList());
        var known = items.all(first.stream().map(VendorItem::itemId).toList());
        var terms = new HashMap<UUID, PurchaseTerm>();
        for (var one : first) {
            var supplier = suppliers.get(one.supplierId());
            var item = known.get(one.itemId());
            if (supplier != null && item != null && supplier.active()) {
                terms.put(
                        one.itemId(),
                        new PurchaseTerm(
                                one.itemId(),
                                one.supplierId(),
                                supplier.shownName(),
                                one.leadTimeDays(),
                                inBase(one, one.minimum(), item.unit()),
                                inBase(one, one.multiple(), item.unit()),
                                inBase(one, one.maximum(), item.unit()),
                                one.unit().equals(item.unit()) ? one.price() : null));
            }
        }
        return terms;
    }

    private @Nullable Quantity inBase(VendorItem terms, @Nullable Quantity quantity, String unit) {
        if (quantity == null || !quantity.isPositive()) {
            return null;
        }
        return terms.unit().equals(unit)
                ? quantity
                : units.convert(terms.itemId(), quantity, Objects.requireNonNull(unit), RoundingMode.UP);
    }

    private static VendorItem map(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        var price = row.getBigDecimal("price");
        return new VendorItem(
                row.getObject("id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("supplier_number"),
                row.getObject("lead_time_days", Integer.class),
                price == null ? null : new Money(price, row.getString("currency")),
                unit,
                quantity(row.getBigDecimal("minimum"), unit),
                quantity(row.getBigDecimal("maximum"), unit),
                quantity(row.getBigDecimal("multiple"), unit),
                row.getInt("priority"),
                row.getBoolean("active"),
                row.getString("external_id"),
                row.getInt("version"));
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal amount, String unit) {
        return amount == null ? null : new Quantity(amount, unit);
    }

    /** The price for so many, in the unit of the terms: that of the largest quantity it reaches, else the usual one. */
    @Nullable
    Money priceFor(VendorItem terms, BigDecimal quantity) {
        var usual = terms.price();
        var lower = jdbc.sql("""
                SELECT price
                  FROM purchasing.price_break
                 WHERE vendor_item_id = :terms AND from_quantity <= :quantity
                 ORDER BY from_quantity DESC
                 LIMIT 1
                """)
                .param("terms", terms.id())
                .param("quantity", quantity)
                .query(BigDecimal.class)
                .optional();
        return lower.isEmpty() ? usual : new Money(lower.get(), usual == null ? "CNY" : usual.currency());
    }
}
