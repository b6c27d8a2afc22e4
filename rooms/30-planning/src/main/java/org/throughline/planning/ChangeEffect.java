package org.throughline.planning;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * What a change of a supply would mean.
 *
 * @param possible     false if the target can no longer be changed so
 * @param harmless     true if nothing was ordered, issued, made or received yet that would be lost
 * @param number       the target, as people read it aloud
 * @param quantity     the target's quantity now, base unit
 * @param done         already issued, made or received; null if nothing
 * @param saved        what is not spent; null if unknown
 * @param lost         what is already spent and not recovered; null if nothing or unknown
 * @param blockingCode code of the refusal if not possible, e.g. {@code purchasing.already-received}
 * @param ownersToTell accounts that should acknowledge the change
 */
public record ChangeEffect(
        boolean possible,
        boolean harmless,
        String number,
        Quantity quantity,
        @Nullable Quantity done,
        @Nullable Money saved,
        @Nullable Money lost,
        @Nullable String blockingCode,
        List<UUID> ownersToTell) {

    public ChangeEffect {
        ownersToTell = List.copyOf(ownersToTell);
    }
}
