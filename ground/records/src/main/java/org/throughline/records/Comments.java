package org.throughline.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people said about records. */
public interface Comments {

    /** Adds a comment by the current actor. */
    Comment add(String recordType, UUID recordId, String text);

    /** The comments of these records, oldest first; records without any are absent. */
    Map<UUID, List<Comment>> of(String recordType, Collection<UUID> recordIds);
}
