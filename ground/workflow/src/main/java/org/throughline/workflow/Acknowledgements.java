package org.throughline.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has seen what: a person affected by a change confirms it. */
public interface Acknowledgements {

    /** Asks each of these people to confirm {@code text}; asking again about the same text changes nothing. */
    List<Acknowledgement> ask(
            String recordType, UUID recordId, String text, Collection<UUID> users, @Nullable String link);

    /**
     * The current actor has seen it; a second time changes nothing.
     *
     * @throws org.throughline.kernel.NotFound if it was asked of somebody else
     */
    Acknowledgement acknowledge(UUID id);

    /** What waits for the current actor, oldest first. */
    List<Acknowledgement> waitingForMe();

    /** All about these records, oldest first; records without any are absent. */
    Map<UUID, List<Acknowledgement>> of(String recordType, Collection<UUID> recordIds);
}
