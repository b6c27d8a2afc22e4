package org.throughline.factory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why pieces were lost. */
public interface ScrapReasons {

    /** @throws org.throughline.kernel.NotFound if there is none */
    ScrapReason get(UUID id);

    Optional<ScrapReason> byCode(String code);

    /** Every reason, by code. */
    List<ScrapReason> all();

    /** Adds the reason, or writes it over the one with the same identity and version. */
    ScrapReason save(ScrapReason reason);
}
