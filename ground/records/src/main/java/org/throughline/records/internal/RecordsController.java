package org.throughline.records.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.kernel.NotFound;
import org.throughline.records.internal.Rows.Row;
import org.throughline.web.Page;

/** {@code /api/records/{type}}: list, form and groups of every type. */
@RestController
@RequestMapping("/api/records/{type}")
class RecordsController {

    private final RecordReader reader;
    private final RecordWriter writer;
    private final Access access;

    RecordsController(RecordReader reader, RecordWriter writer, Access access) {
        this.reader = reader;
        this.writer = writer;
        this.access = access;
    }

    /**
     * One record.
     *
     * @param values by field name
     * @param labels what people read instead of the value: choices, references, accounts
     */
    record RecordView(UUID id, int version, Map<String, @Nullable Object> values, Map<String, String> labels) {}

    /** 200 one page · 400 a filter or order that cannot be understood · 403 not yours to read. */
    @GetMapping
    Page<RecordView> list(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var seen = access.seen(type);
        var found = reader.list(seen, ListQuery.of(q, filter, sort, page, size));
        return new Page<>(views(seen, found.rows()), found.total());
    }

    /** 200 how many rows have each value of the field, most first. */
    @GetMapping("/groups")
    List<RecordReader.Group> groups(
            @PathVariable String type,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String filter) {
        return reader.groups(access.seen(type), ListQuery.of(q, filter, null, 0, 1), by);
    }

    /** 200 the record, its version as {@code ETag} · 404 none that the actor sees. */
    @GetMapping("/{id}")
    RecordView get(@PathVariable String type, @PathVariable UUID id) {
        var seen = access.seen(type);
        var row = reader.find(seen, id).orElseThrow(() -> new NotFound(type, id));
        return views(seen, List.of(row)).getFirst();
    }

    /** 201 the new record · 409 or 422 a rule or a value says no. Body: {@code {"values":{…}}}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RecordView create(@PathVariable String type, @RequestBody String body) {
        return get(type, writer.create(type, values(Json.object(body))));
    }

    /**
     * 200 the changed record · 409 changed meanwhile · 412 not the version of {@code If-Match}, which may stand instead of
     * the body's. Body: {@code {"version":3,"values":{…}}}.
     */
    @PatchMapping("/{id}")
    RecordView update(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody String body) {
        var members = Json.object(body);
        var version = members.get("version") instanceof Number number ? (Integer) number.intValue() : null;
        writer.update(type, id, version, ifMatch, values(members));
        return get(type, id);
    }

    /** 204 gone · 409 others refer to it · 412 not the version of {@code If-Match}. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        writer.delete(type, id, ifMatch);
    }

    /** 201 a new record like this one. */
    @PostMapping("/copy/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    RecordView copy(@PathVariable String type, @PathVariable UUID id) {
        return get(type, writer.copy(type, id));
    }

    private List<RecordView> views(Shape seen, List<Row> rows) {
        var labels = reader.labels(seen, rows);
        return rows.stream()
                .map(row -> {
                    var shown = new LinkedHashMap<String, @Nullable Object>();
                    row.values()
                            .forEach((name, value) -> shown.put(
                                    name, Rows.json(seen.type().field(name).orElseThrow(), value)));
                    return new RecordView(row.id(), row.version(), shown, labels.getOrDefault(row.id(), Map.of()));
                })
                .toList();
    }

    @SuppressWarnings("unchecked") // members of a JSON object are named by text
    private static Map<String, @Nullable Object> values(Map<String, @Nullable Object> members) {
        if (members.get("values") instanceof Map<?, ?> values) {
            return (Map<String, @Nullable Object>) values;
        }
        throw BodyRefused.without("values");
    }
}
