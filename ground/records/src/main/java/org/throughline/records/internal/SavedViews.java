package org.throughline.records.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import tools.jackson.databind.JsonNode;

/** {@code /api/records/{type}/views}: filters, orders and columns that people keep for themselves or for all. */
@RestController
@RequestMapping("/api/records/{type}/views")
class SavedViews {

    private final JdbcClient jdbc;
    private final Access access;

    SavedViews(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    record ViewView(
            UUID id,
            String name,
            @Nullable JsonNode filter,
            @Nullable JsonNode sort,
            @Nullable JsonNode columns,
            @Nullable JsonNode group,
            boolean shared,
            boolean own) {}

    record ViewBody(
            String name,
            @Nullable JsonNode filter,
            @Nullable JsonNode sort,
            @Nullable JsonNode columns,
            @Nullable JsonNode group,
            @Nullable Boolean shared) {}

    /** Own and shared views by name. */
    @GetMapping
    public List<ViewView> list(@PathVariable String type) {
        access.require(type, "read");
        var user = Actor.current().user();
        return jdbc.sql("""
                SELECT id, name, owner_id IS NOT DISTINCT FROM :user AS own, shared, definition::text AS definition
                  FROM records.saved_view
                 WHERE record_type = :type AND (shared OR owner_id IS NOT DISTINCT FROM :user)
                 ORDER BY name, id
                """)
                .param("type", type)
                .param("user", user)
                .query((row, index) -> {
                    var definition = Json.tree(row.getString("definition"));
                    return new ViewView(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            definition.get("filter"),
                            definition.get("sort"),
                            definition.get("columns"),
                            definition.get("group"),
                            row.getBoolean("shared"),
                            row.getBoolean("own"));
                })
                .list();
    }

    /** 201 the views with the new one; a view of the same name of mine is replaced. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public List<ViewView> save(@PathVariable String type, @RequestBody ViewBody body) {
        access.require(type, "read");
        var name = body.name().strip();
        if (name.isEmpty()) {
            throw BodyRefused.without("name");
        }
        var definition = new LinkedHashMap<String, @Nullable JsonNode>();
        definition.put("filter", body.filter());
        definition.put("sort", body.sort());
        definition.put("columns", body.columns());
        definition.put("group", body.group());
        var user = Actor.current().user();
        jdbc.sql("""
                DELETE FROM records.saved_view
                 WHERE record_type = :type AND name = :name AND owner_id IS NOT DISTINCT FROM :user
                """)
                .params(Map.of("type", type, "name", name))
                .param("user", user)
                .update();
        jdbc.sql("""
                INSERT INTO records.saved_view (id, record_type, name, owner_id, shared, definition)
                VALUES (:id, :type, :name, :user, :shared, :definition::jsonb)
                """)
                .param("id", Identity.fresh())
                .param("type", type)
                .param("name", name)
                .param("user", user)
                .param("shared", Boolean.TRUE.equals(body.shared()))
                .param("definition", Json.write(definition))
                .update();
        return list(type);
    }

    /** 204 gone · 404 none of mine. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void delete(@PathVariable String type, @PathVariable UUID id) {
        int gone = jdbc.sql("""
                DELETE FROM records.saved_view
                 WHERE id = :id AND record_type = :type AND owner_id IS NOT DISTINCT FROM :user
                """)
                .param("id", id)
                .param("type", type)
                .param("user", Actor.current().user())
                .update();
        if (gone == 0) {
            throw new NotFound("view", id);
        }
    }
}
