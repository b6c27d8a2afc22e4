package org.throughline.factory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All items of the organisation. Reading needs no permission of its own; writing is checked by the caller's verb. */
public interface Items {

    /**
     * The item with this identity.
     *
     * @throws org.throughline.kernel.NotFound if there is none
     */
    Item get(UUID id);

    /** The item with this code, compared exactly. */
    Optional<Item> byCode(String code);

    /** The item with this key in the system it was imported from. */
    Optional<Item> byExternalId(String externalId);

    /** The items with these identities, by identity; unknown identities are left out. */
    Map<UUID, Item> all(Collection<UUID> ids);

    /** Every item, also inactive ones, by code. */
    List<Item> all();

    /**
     * Adds an item.
     *
     * @throws CodeTaken if another item has the code
     * @throws UnitRefused if there is no such unit
     * @throws ItemRefused if a number is out of range
     */
    Item add(Item item);

    /**
     * Writes every field of {@code item} except the low-level code, if nobody else wrote since it was read.
     *
     * @return the item with its new version
     * @throws CodeTaken if another item has the code
     * @throws UnitRefused if there is no such unit
     * @throws ItemRefused if a number is out of range
     * @throws org.throughline.kernel.ChangedMeanwhile if somebody else wrote it
     */
    Item change(Item item);

    /** Writes low-level codes; items not named keep theirs. Does not count as a change of the item. */
    void lowLevelCodes(Map<UUID, Integer> levels);
}
