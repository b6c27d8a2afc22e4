package org.throughline.stock;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells how people call the documents that reserve stock, so that a refusal can say "reserved for SO-20261122-001/2"
 * instead of an identity. Implemented by the rooms that own the documents.
 */
public interface DemandNames {

    /** Record type whose documents it names, e.g. {@code work-order}, {@code sales-order-line}. */
    String demandType();

    /** Names by identity; unknown identities are left out. */
    Map<UUID, String> names(Collection<UUID> demandIds);

    /**
     * Names of documents that their room knows how to find.
     *
     * @param found the documents among these identities; unknown ones are left out
     */
    static <D> DemandNames of(
            String demandType,
            Function<Collection<UUID>, ? extends Collection<D>> found,
            Function<D, UUID> id,
            Function<D, String> name) {
        return new DemandNames() {
            @Override
            public String demandType() {
                return demandType;
            }

            @Override
            public Map<UUID, String> names(Collection<UUID> demandIds) {
                return found.apply(demandIds).stream().collect(Collectors.toMap(id, name));
            }
        };
    }
}
