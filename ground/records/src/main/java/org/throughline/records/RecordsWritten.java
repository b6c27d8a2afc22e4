package org.throughline.records;

import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/**
 * Records were written through the catalogue: by form, import or API. Heard in the same transaction, after the write.
 *
 * @param type      record type
 * @param operation what was done
 * @param ids       the records; a whole import is told at once
 */
public record RecordsWritten(String type, Operation operation, List<UUID> ids) implements BusinessEvent {

    /** What was done to the records. */
    public enum Operation {
        CREATED,
        UPDATED,
        DELETED
    }
}
