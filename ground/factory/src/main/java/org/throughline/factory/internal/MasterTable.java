package org.throughline.factory.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.factory.CodeTaken;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;

/**
 * What all tables of master data have in common: an identity, a code, a version. The statements differ only in names, so
 * they are composed here once; every name comes from the code, never from a user.
 */
final class MasterTable<T> {

    private final JdbcClient jdbc;
    private final String type;
    private final String table;
    private final String order;
    private final Function<T, UUID> identity;
    private final RowMapper<T> mapper;

    /**
     * @param type  record type, named in refusals
     * @param table with its schema
     * @param order columns of the list's order
     */
    MasterTable(
            JdbcClient jdbc, String type, String table, String order, Function<T, UUID> identity, RowMapper<T> mapper) {
        this.jdbc = jdbc;
        this.type = type;
        this.table = table;
        this.order = order;
        this.identity = identity;
        this.mapper = mapper;
    }

    T get(UUID id) {
        return by("id", id).orElseThrow(() -> new NotFound(type, id));
    }

    Optional<T> by(String column, Object value) {
        return jdbc.sql("SELECT * FROM %s WHERE %s = :value ORDER BY %s".formatted(table, column, order))
                .param("value", value)
                .query(mapper)
                .optional();
    }

    Map<UUID, T> all(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT * FROM %s WHERE id = ANY (string_to_array(:ids, ',')::uuid[]) ORDER BY %s"
                        .formatted(table, order))
                .param("ids", joined(ids))
                .query(mapper)
                .list()
                .stream()
                .collect(Collectors.toMap(identity, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    List<T> all() {
        return jdbc.sql("SELECT * FROM %s ORDER BY %s".formatted(table, order))
                .query(mapper)
                .list();
    }

    List<T> allWhere(String column, Object value) {
        return jdbc.sql("SELECT * FROM %s WHERE %s = :value ORDER BY %s".formatted(table, column, order))
                .param("value", value)
                .query(mapper)
                .list();
    }

    /**
     * Writes the columns over the row with this identity and version, or adds a row.
     *
     * @throws ChangedMeanwhile if there is a row of another version
     * @throws CodeTaken if a row with another identity has the code
     */
    T save(UUID id, String code, int version, Map<String, @Nullable Object> columns) {
        try {
            if (update(id, version, columns) == 0) {
                insert(id, code, columns);
            }
        } catch (DuplicateKeyException duplicate) {
            throw new CodeTaken(type, code);
        }
        return get(id);
    }

    void insert(UUID id, String code, Map<String, @Nullable Object> columns) {
        if (by("id", id).isPresent()) {
            throw new ChangedMeanwhile(type, code);
        }
        var names = String.join(", ", columns.keySet());
        var values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO %s (id, %s) VALUES (:id, %s)".formatted(table, names, values))
                .params(columns)
                .param("id", id)
                .update();
    }

    int update(UUID id, int version, Map<String, @Nullable Object> columns) {
        var changes =
                columns.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        return jdbc.sql("UPDATE %s SET %s, version = version + 1 WHERE id = :id AND version = :version"
                        .formatted(table, changes))
                .params(columns)
                .param("id", id)
                .param("version", version)
                .update();
    }

    static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
