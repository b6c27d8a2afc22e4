package org.throughline.exchange.internal.frepple;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;

/** frePPLe knows everything by its name: it becomes the code, and the external id where there is one. */
@Component
class FreppleKeys {

    static final String UNIT = "C62";
    static final String CURRENCY = "CNY";

    private final Items items;
    private final Partners partners;

    FreppleKeys(Items items, Partners partners) {
        this.items = items;
        this.partners = partners;
    }

    static String key(String type, String name) {
        return "frepple:" + type + ":" + name;
    }

    Optional<Item> find(String name) {
        return items.byExternalId(key("item", name));
    }

    /** @throws RowRefused if it was not imported */
    Item item(FreppleRow row, String column) {
        String name = row.need(column);
        return find(name).orElseThrow(() -> RowRefused.unknown(column, name));
    }

    /** @throws RowRefused if it was not imported */
    Partner partner(FreppleRow row, String column) {
        String name = row.need(column);
        return partners.byCode(name).orElseThrow(() -> RowRefused.unknown(column, name));
    }
}
