package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.sql.Types;
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

    /** Per cent of the ordered quantity: the item's own, else the site's, else the general one, else 0. */
    public BigDecimal percentFor(UUID itemId, @Nullable UUID siteId) {
        return jdbc.sql("""
                SELECT t.percent
                  FROM shopfloor.over_report_tolerance t
                 WHERE (t.item_id IS NULL OR t.item_id = :item)
                   AND (t.site_id IS NULL OR t.site_id = :site)
                 ORDER BY t.item_id NULLS LAST, t.site_id NULLS LAST
                 LIMIT 1
                """)
                .param("item", itemId)
                .param("site", siteId, Types.OTHER)
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
    }
}
