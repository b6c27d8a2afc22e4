package org.throughline.factory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Machines and work places. */
public interface Machines {

    /** @throws org.throughline.kernel.NotFound if there is none */
    Machine get(UUID id);

    Optional<Machine> byCode(String code);

    /** By identity; unknown identities are left out. */
    Map<UUID, Machine> all(Collection<UUID> ids);

    /** Every machine, by work centre position and code. */
    List<Machine> all();

    /** The machines of one work centre, by code. */
    List<Machine> ofWorkCentre(UUID workCentreId);

    /** Adds the machine, or writes it over the one with the same identity and version. */
    Machine save(Machine machine);
}
