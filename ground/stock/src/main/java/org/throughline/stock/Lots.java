package org.throughline.stock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lots and serial numbers. */
public interface Lots {

    /** @throws org.throughline.kernel.NotFound if there is none */
    Lot get(UUID id);

    Optional<Lot> find(UUID itemId, String number);

    /** By identity; unknown identities are left out. */
    Map<UUID, Lot> all(Collection<UUID> ids);

    /** The item's lot with this number: the one that exists, or a new one received now. */
    Lot open(NewLot lot);

    /** What is known of a lot when it comes in; the meaning of the fields is that of {@link Lot}. */
    record NewLot(
            UUID itemId,
            String number,
            @Nullable String supplierLot,
            @Nullable LocalDate expiresOn,
            @Nullable String originType,
            @Nullable UUID originId) {

        public static NewLot of(UUID itemId, String number) {
            return new NewLot(itemId, number, null, null, null, null);
        }

        public static NewLot from(UUID itemId, String number, String originType, UUID originId) {
            return new NewLot(itemId, number, null, null, originType, originId);
        }
    }
}
