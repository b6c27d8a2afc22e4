package org.throughline.shopfloor.internal;

import static org.throughline.database.Columns.id;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much more than ordered may be reported, in table {@code shopfloor.over_report_tolerance}. */
@Repository
public class Tolerances {

    private final JdbcClient jdbc;

    Tolerances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One rule.
     *
     * @param itemId  null: every item
     * @param siteId  null: every site
     * @param percent of the ordered quantity
     */
    private record Rule(@Nullable UUID itemId, @Nullable UUID siteId, BigDecimal percent) {

        boolean covers(UUID item, @Nullable UUID site) {
            return (itemId == null || itemId.equals(item)) && (siteId == null || siteId.equals(site));
        }
    }

    /** All rules, the narrowest first. */
    public static final class Table {

        private final List<Rule> rules;

        private Table(List<Rule> rules) {
            this.rules = rules;
        }

        /** Per cent of the ordered quantity: the item's own, else the site's, else the general one, else 0. */
        public BigDecimal percentFor(UUID itemId, @Nullable UUID siteId) {
            return rules.stream()
                    .filter(rule -> rule.covers(itemId, siteId))
                    .map(Rule::percent)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
        }
    }

    /** The rules as they are now. */
    public Table table() {
        return new Table(jdbc.sql("""
                SELECT item_id, site_id, percent
                  FROM shopfloor.over_report_tolerance
                 ORDER BY item_id NULLS LAST, site_id NULLS LAST
                """)
                .query((row, index) -> new Rule(id(row, "item_id"), id(row, "site_id"), row.getBigDecimal("percent")))
                .list());
    }
}
