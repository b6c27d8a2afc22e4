package org.throughline.factory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plants. */
public interface Sites {

    /** @throws org.throughline.kernel.NotFound if there is none */
    Site get(UUID id);

    Optional<Site> byCode(String code);

    /** Every site, by code. */
    List<Site> all();

    /** Adds the site, or writes it over the one with the same identity and version. */
    Site save(Site site);
}
