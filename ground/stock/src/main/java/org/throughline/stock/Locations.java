package org.throughline.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The places where stock lies. One of every kind exists from the first start. */
public interface Locations {

    /** @throws org.throughline.kernel.NotFound if there is none */
    Location get(UUID id);

    Optional<Location> byCode(String code);

    Optional<Location> byExternalId(String externalId);

    /** By identity; unknown identities are left out. */
    Map<UUID, Location> all(Collection<UUID> ids);

    /** Every location, by code. */
    List<Location> all();

    /** The active locations of this kind, by code. */
    List<Location> ofKind(Location.Kind kind);

    /**
     * Where goods of this kind go when nobody says otherwise: the active location of the kind with the smallest code.
     *
     * @throws StockRefused if there is no active location of the kind
     */
    Location usual(Location.Kind kind);

    /** Adds the location, or writes it over the one with the same identity and version. */
    Location save(Location location);
}
