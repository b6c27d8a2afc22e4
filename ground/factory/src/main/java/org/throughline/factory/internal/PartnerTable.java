package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.CodeTaken;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Identity;

/** {@code factory.partner} and {@code factory.customer_item}. */
@Repository
class PartnerTable implements Partners {

    private final JdbcClient jdbc;
    private final MasterTable<Partner> table;

    PartnerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new MasterTable<>(jdbc, "partner", "factory.partner", "code", Partner::id, PartnerTable::map);
    }

    @Override
    public Partner get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<Partner> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public Optional<Partner> byExternalId(String externalId) {
        return table.by("external_id", externalId);
    }

    @Override
    public Map<UUID, Partner> all(Collection<UUID> ids) {
        return table.all(ids);
    }

    @Override
    public List<Partner> all() {
        return table.all();
    }

    @Override
    @Transactional
    public Partner save(Partner partner) {
        return table.save(partner.id(), partner.code(), partner.version(), columns(partner));
    }

    @Override
    public Optional<UUID> itemOf(UUID customerId, String customerNumber) {
        return jdbc.sql("""
                SELECT item_id
                  FROM factory.customer_item
                 WHERE partner_id = :customer
                   AND customer_number = :number
                 ORDER BY item_id
                """)
                .param("customer", customerId)
                .param("number", customerNumber)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<String> customerNumberOf(UUID customerId, UUID itemId) {
        return jdbc.sql("""
                SELECT customer_number
                  FROM factory.customer_item
                 WHERE partner_id = :customer
                   AND item_id = :item
                 ORDER BY customer_number
                """)
                .param("customer", customerId)
                .param("item", itemId)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void nameItem(UUID customerId, UUID itemId, String customerNumber) {
        try {
            jdbc.sql("""
                    INSERT INTO factory.customer_item (id, partner_id, item_id, customer_number)
                    VALUES (:id, :customer, :item, :number)
                    ON CONFLICT (partner_id, item_id) DO UPDATE
                       SET customer_number = excluded.customer_number, version = customer_item.version + 1
                     WHERE customer_item.customer_number <> excluded.customer_number
                    """)
                    .param("id", Identity.fresh())
                    .param("customer", customerId)
                    .param("item", itemId)
                    .param("number", customerNumber)
                    .update();
        } catch (DuplicateKeyException duplicate) {
            throw new CodeTaken("customer-item", customerNumber);
        }
    }

    private static Map<String, @Nullable Object> columns(Partner partner) {
        return Columns.of(
                "code", partner.code(),
                "name", partner.name(),
                "short_name", partner.shortName(),
                "is_customer", partner.isCustomer(),
                "is_supplier", partner.isSupplier(),
                "phone", partner.phone(),
                "email", partner.email(),
                "address", partner.address(),
                "contact", partner.contact(),
                "currency", partner.currency(),
                "payment_terms", partner.paymentTerms(),
                "rating", partner.rating(),
                "active", partner.active(),
                "external_id", partner.externalId());
    }

    private static Partner map(ResultSet row, int index) throws SQLException {
        return new Partner(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getBoolean("is_customer"),
                row.getBoolean("is_supplier"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("address"),
                row.getString("contact"),
                row.getString("currency"),
                row.getString("payment_terms"),
                row.getObject("rating", Integer.class),
                row.getBoolean("active"),
                row.getString("external_id"),
                row.getInt("version"));
    }
}
