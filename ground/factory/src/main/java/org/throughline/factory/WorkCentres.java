package org.throughline.factory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Work centres in the order of their position. */
public interface WorkCentres {

    /** @throws org.throughline.kernel.NotFound if there is none */
    WorkCentre get(UUID id);

    Optional<WorkCentre> byCode(String code);

    /** By identity; unknown identities are left out. */
    Map<UUID, WorkCentre> all(Collection<UUID> ids);

    /** Every work centre, by position and code. */
    List<WorkCentre> all();

    /** Adds the work centre, or writes it over the one with the same identity and version. */
    WorkCentre save(WorkCentre workCentre);
}
