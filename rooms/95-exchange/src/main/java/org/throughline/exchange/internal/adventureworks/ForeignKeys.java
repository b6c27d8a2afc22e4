package org.throughline.exchange.internal.adventureworks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;

/** How a key of AdventureWorks is kept, and the records that were imported under it. */
@Component
class ForeignKeys {

    static final String CURRENCY = "USD";

    private static final String SOURCE = "adventureworks:";
    private static final int SCALE = 6;

    private final Items items;
    private final Partners partners;

    ForeignKeys(Items items, Partners partners) {
        this.items = items;
        this.partners = partners;
    }

    static String item(String productId) {
        return SOURCE + productId;
    }

    static String key(String table, String... parts) {
        return SOURCE + table + ":" + String.join(":", parts);
    }

    /** Numbers as the tables keep them, so that what is equal compares as equal. */
    static BigDecimal kept(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** By ProductID. */
    Map<String, Item> items() {
        return byKey(items.all(), Item::externalId, SOURCE);
    }

    /** By BusinessEntityID of the vendor. */
    Map<String, Partner> vendors() {
        return byKey(partners.all(), Partner::externalId, key("vendor", ""));
    }

    /** @throws RowRefused naming the column */
    static <T> T known(Map<String, T> byKey, SourceRow row, String column) {
        return Optional.ofNullable(byKey.get(row.text(column)))
                .orElseThrow(() -> RowRefused.unknown(column, row.text(column)));
    }

    private static <T> Map<String, T> byKey(List<T> records, Function<T, @Nullable String> externalId, String prefix) {
        return records.stream()
                .filter(one -> String.valueOf(externalId.apply(one)).startsWith(prefix))
                .collect(Collectors.toMap(
                        one -> String.valueOf(externalId.apply(one)).substring(prefix.length()),
                        Function.identity(),
                        (one, other) -> one,
                        HashMap::new));
    }
}
