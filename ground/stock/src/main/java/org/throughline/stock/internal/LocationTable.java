package org.throughline.stock.internal;

import static org.throughline.stock.internal.Rows.id;
import static org.throughline.stock.internal.Rows.idOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.CodeTaken;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.NotFound;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.StockRefused;

/** {@code stock.location}. */
@Repository
class LocationTable implements Locations {

    private static final String COLUMNS = """
            SELECT id, code, name, site_id, kind, may_go_negative, active, external_id, version
              FROM stock.location
            """;

    private final JdbcClient jdbc;

    LocationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Location get(UUID id) {
        return one("id = :value", id).orElseThrow(() -> new NotFound("location", id));
    }

    @Override
    public Optional<Location> byCode(String code) {
        return one("code = :value", code);
    }

    @Override
    public Optional<Location> byExternalId(String externalId) {
        return one("external_id = :value", externalId);
    }

    @Override
    public Map<UUID, Location> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + """
                 WHERE id = ANY (string_to_array(:ids, ',')::uuid[])
                 ORDER BY code
                """).param("ids", Rows.joined(ids)).query(LocationTable::map).list().stream()
                .collect(Collectors.toMap(Location::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    @Override
    public List<Location> all() {
        return jdbc.sql(COLUMNS + " ORDER BY code").query(LocationTable::map).list();
    }

    @Override
    public List<Location> ofKind(Location.Kind kind) {
        return jdbc.sql(COLUMNS + " WHERE kind = :kind AND active ORDER BY code")
                .param("kind", kind.name())
                .query(LocationTable::map)
                .list();
    }

    @Override
    public Location usual(Location.Kind kind) {
        var ofKind = ofKind(kind);
        return ofKind.stream()
                .filter(location -> location.code().equals(kind.name()))
                .findFirst()
                .or(() -> ofKind.stream().findFirst())
                .orElseThrow(() -> StockRefused.noLocation(kind));
    }

    @Override
    @Transactional
    public Location save(Location location) {
        try {
            if (update(location) == 0) {
                if (one("id = :value", location.id()).isPresent()) {
                    throw new ChangedMeanwhile("location", location.code());
                }
                insert(location);
            }
        } catch (DuplicateKeyException duplicate) {
            throw new CodeTaken("location", location.code());
        }
        return get(location.id());
    }

    private int update(Location location) {
        return bind(jdbc.sql("""
                                UPDATE stock.location
                                   SET code = :code, name = :name, site_id = :site, kind = :kind,
                                       may_go_negative = :mayGoNegative, active = :active, external_id = :external,
                                       version = version + 1
                                 WHERE id = :id
                                   AND version = :version
                                """), location)
                .param("version", location.version())
                .update();
    }

    private void insert(Location location) {
        bind(jdbc.sql("""
                                INSERT INTO stock.location
                                       (id, code, name, site_id, kind, may_go_negative, active, external_id)
                                VALUES (:id, :code, :name, :site, :kind, :mayGoNegative, :active, :external)
                                """), location).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Location location) {
        return statement
                .param("id", location.id())
                .param("code", location.code())
                .param("name", location.name())
                .param("site", location.siteId())
                .param("kind", location.kind().name())
                .param("mayGoNegative", location.mayGoNegative())
                .param("active", location.active())
                .param("external", location.externalId());
    }

    private Optional<Location> one(String condition, Object value) {
        return jdbc.sql(COLUMNS + " WHERE " + condition + " ORDER BY code")
                .param("value", value)
                .query(LocationTable::map)
                .optional();
    }

    private static Location map(ResultSet row, int index) throws SQLException {
        return new Location(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                idOrNull(row, "site_id"),
                Location.Kind.valueOf(row.getString("kind")),
                row.getBoolean("may_go_negative"),
                row.getBoolean("active"),
                row.getString("external_id"),
                row.getInt("version"));
    }
}
