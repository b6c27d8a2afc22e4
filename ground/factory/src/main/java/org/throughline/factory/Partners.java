package org.throughline.factory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Customers and suppliers, and the numbers under which customers know our items. */
public interface Partners {

    /** @throws org.throughline.kernel.NotFound if there is none */
    Partner get(UUID id);

    Optional<Partner> byCode(String code);

    Optional<Partner> byExternalId(String externalId);

    /** By identity; unknown identities are left out. */
    Map<UUID, Partner> all(Collection<UUID> ids);

    /** Every partner, by code. */
    List<Partner> all();

    /** Adds the partner, or writes it over the one with the same identity and version. */
    Partner save(Partner partner);

    /** The item this customer means by its own number. */
    Optional<UUID> itemOf(UUID customerId, String customerNumber);

    /** The number under which this customer knows the item. */
    Optional<String> customerNumberOf(UUID customerId, UUID itemId);

    /** Remembers the number under which the customer knows the item, in place of an earlier one. */
    void nameItem(UUID customerId, UUID itemId, String customerNumber);
}
