package org.throughline.order.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.order.OrderRefused;

/** Finds customers and items by what people and other systems call them. */
@Component
class Keys {

    private final Items items;
    private final Partners partners;

    Keys(Items items, Partners partners) {
        this.items = items;
        this.partners = partners;
    }

    /** By identity, else by code, name or short name. */
    Partner customer(@Nullable UUID id, @Nullable String key) {
        if (id != null) {
            return partners.get(id);
        }
        var text = key == null ? "" : key.strip();
        return partners.byCode(text)
                .or(() -> named(text))
                .or(() -> partners.byExternalId(text))
                .orElseThrow(() -> OrderRefused.unknownCustomer(text));
    }

    private Optional<Partner> named(String text) {
        var found = partners.all().stream()
                .filter(partner -> text.equals(partner.name()) || text.equals(partner.shortName()))
                .filter(Partner::isCustomer)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** By identity, else by our code, else by the customer's own number. */
    Item item(@Nullable UUID customerId, @Nullable UUID id, @Nullable String key, @Nullable String customerNumber) {
        if (id != null) {
            return items.get(id);
        }
        var text = key == null ? "" : key.strip();
        var found = text.isEmpty() ? Optional.<Item>empty() : items.byCode(text);
        return found.or(() -> theirs(customerId, text))
                .or(() -> customerNumber == null ? Optional.empty() : theirs(customerId, customerNumber.strip()))
                .orElseThrow(() ->
                        OrderRefused.unknownItem(text.isEmpty() && customerNumber != null ? customerNumber : text));
    }

    private Optional<Item> theirs(@Nullable UUID customerId, String number) {
        return customerId == null
                ? Optional.empty()
                : partners.itemOf(customerId, number).map(items::get);
    }
}
