package org.throughline.factory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Item groups and the default operation they carry. */
public interface ItemGroups {

    /** @throws org.throughline.kernel.NotFound if there is none */
    ItemGroup get(UUID id);

    Optional<ItemGroup> byCode(String code);

    /** By code. */
    List<ItemGroup> all();

    /** Adds the group, or writes it over the one with the same identity and version. */
    ItemGroup save(ItemGroup group);
}
