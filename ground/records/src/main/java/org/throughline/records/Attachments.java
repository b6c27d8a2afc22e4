package org.throughline.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files attached to records. */
public interface Attachments {

    /**
     * Attaches a file, as the current actor.
     *
     * @throws FileRefused if it is empty, too large, or its name is unusable
     */
    Attachment add(String recordType, UUID recordId, String name, String mediaType, byte[] content);

    /** The files of these records, oldest first; records without any are absent. Contents are not loaded. */
    Map<UUID, List<Attachment>> of(String recordType, Collection<UUID> recordIds);

    /**
     * The content of a file.
     *
     * @throws org.throughline.kernel.NotFound if there is none
     */
    byte[] content(UUID id);
}
