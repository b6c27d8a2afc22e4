package org.throughline.records.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.records.Filter;
import org.throughline.records.RecordValues;
import org.throughline.records.Records;
import org.throughline.records.internal.Rows.Row;

/** The door for programs: the same reader and writer as form and API. */
@Service
class GenericRecords implements Records {

    private final RecordReader reader;
    private final RecordWriter writer;
    private final Access access;

    GenericRecords(RecordReader reader, RecordWriter writer, Access access) {
        this.reader = reader;
        this.writer = writer;
        this.access = access;
    }

    @Override
    public UUID create(String type, Map<String, ? extends @Nullable Object> values) {
        return writer.create(type, values);
    }

    @Override
    public void update(String type, UUID id, int version, Map<String, ? extends @Nullable Object> values) {
        writer.update(type, id, version, values);
    }

    @Override
    public void delete(String type, UUID id) {
        writer.delete(type, id);
    }

    @Override
    public Optional<RecordValues> find(String type, UUID id) {
        return reader.find(access.seen(type), id).map(GenericRecords::values);
    }

    @Override
    public List<RecordValues> list(String type, Filter filter, int limit) {
        var query = new ListQuery(null, filter, List.of(), 0, Math.clamp(limit, 1, ListQuery.LARGEST));
        return reader.list(access.seen(type), query).rows().stream()
                .map(GenericRecords::values)
                .toList();
    }

    private static RecordValues values(Row row) {
        var all = new LinkedHashMap<String, @Nullable Object>(row.values());
        all.put("id", row.id());
        all.put("version", (long) row.version());
        return new RecordValues(all);
    }
}
