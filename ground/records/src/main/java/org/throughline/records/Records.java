package org.throughline.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records of every type by name, for programs: importers, demonstration data, automations. The same rules as by form
 * and API: permissions, checks, versions. Rooms use their own typed repositories for their own tables.
 */
public interface Records {

    /**
     * Makes a record.
     *
     * @param values by field name; references as id, code or name
     */
    UUID create(String type, Map<String, ? extends @Nullable Object> values);

    /**
     * Changes some fields.
     *
     * @throws org.throughline.kernel.ChangedMeanwhile if the record's version is not {@code version} any more
     */
    void update(String type, UUID id, int version, Map<String, ? extends @Nullable Object> values);

    /** @throws RecordRefused if others refer to it */
    void delete(String type, UUID id);

    /** The record, if it exists and the current actor sees it; with {@code id} and {@code version} among its values. */
    Optional<RecordValues> find(String type, UUID id);

    /**
     * The records that fulfil a condition, in the type's own order.
     *
     * @param limit at most this many, up to 1000
     */
    List<RecordValues> list(String type, Filter filter, int limit);
}
