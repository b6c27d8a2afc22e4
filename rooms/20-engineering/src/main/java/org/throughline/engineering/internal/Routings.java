package org.throughline.engineering.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.Routing;
import org.throughline.engineering.RoutingOperation;
import org.throughline.factory.Item;
import org.throughline.factory.ItemGroup;
import org.throughline.factory.ItemGroups;
import org.throughline.factory.Items;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Quantity;

/** Released routings, in tables {@code engineering.routing} and {@code routing_operation}, and the groups' defaults. */
@Repository
class Routings {

    private static final int DEFAULT_SEQUENCE = 10;

    /** The group of items that belong to no other. */
    private static final String GENERAL_GROUP = "GENERAL";

    private final JdbcClient jdbc;
    private final Items items;
    private final ItemGroups groups;
    private final WorkCentres workCentres;

    Routings(JdbcClient jdbc, Items items, ItemGroups groups, WorkCentres workCentres) {
        this.jdbc = jdbc;
        this.items = items;
        this.groups = groups;
        this.workCentres = workCentres;
    }

    /** Own routings and group defaults; items with neither are missing. */
    Map<UUID, Routing> of(Collection<UUID> itemIds) {
        if (itemIds.isEmpty()) {
            return Map.of();
        }
        var known = items.all(itemIds);
        var routings = new LinkedHashMap<UUID, Routing>(own(itemIds, known));
        var without = known.values().stream()
                .filter(item -> !routings.containsKey(item.id()))
                .toList();
        if (!without.isEmpty()) {
            addDefaults(without, routings);
        }
        return routings;
    }

    private Map<UUID, Routing> own(Collection<UUID> itemIds, Map<UUID, Item> known) {
        var operations = new HashMap<UUID, List<RoutingOperation>>();
        var heads = new LinkedHashMap<UUID, Routing>();
        jdbc.sql("""
                SELECT r.id AS head_id, r.item_id, r.revision, r.status, o.*
                  FROM engineering.routing r
                  JOIN engineering.routing_operation o ON o.routing_id = r.id
                 WHERE r.status = 'RELEASED' AND r.item_id = ANY (:items)
                 ORDER BY r.item_id, o.sequence
                """).param("items", itemIds.toArray(UUID[]::new)).query(row -> {
            var itemId = row.getObject("item_id", UUID.class);
            heads.putIfAbsent(itemId, head(row, itemId));
            operations.computeIfAbsent(itemId, id -> new ArrayList<>()).add(operation(row, known.get(itemId)));
        });
        var routings = new LinkedHashMap<UUID, Routing>();
        heads.forEach((itemId, head) -> routings.put(
                itemId,
                new Routing(
                        head.id(),
                        itemId,
                        head.revision(),
                        head.status(),
                        false,
                        operations.getOrDefault(itemId, List.of()))));
        return routings;
    }

    private void addDefaults(List<Item> without, Map<UUID, Routing> routings) {
        var byId = groups.all().stream().collect(Collectors.toMap(ItemGroup::id, Function.identity()));
        var first = workCentres.all().stream()
                .filter(WorkCentre::active)
                .filter(centre -> centre.kind() != WorkCentre.Kind.SUBCONTRACT)
                .map(WorkCentre::id)
                .findFirst();
        var general = groups.byCode(GENERAL_GROUP);
        for (var item : without) {
            Optional.ofNullable(item.groupId())
                    .map(byId::get)
                    .flatMap(group -> defaultOf(item, group, first.orElse(null)))
                    .or(() -> general.flatMap(group -> defaultOf(item, group, first.orElse(null))))
                    .ifPresent(routing -> routings.put(item.id(), routing));
        }
    }

    private static Optional<Routing> defaultOf(Item item, ItemGroup group, @Nullable UUID firstCentre) {
        var centre = group.defaultWorkCentreId() == null ? firstCentre : group.defaultWorkCentreId();
        if (centre == null
                || group.defaultSetupMinutes().add(group.defaultRunMinutes()).signum() == 0) {
            return Optional.empty();
        }
        var actor = Actor.currentOrNull();
        var name = actor != null && actor.language().equals("en") ? "Default operation" : "默认工序";
        var operation = new RoutingOperation(
                null,
                DEFAULT_SEQUENCE,
                name,
                centre,
                null,
                group.defaultSetupMinutes(),
                group.defaultRunMinutes(),
                false,
                null,
                0,
                false,
                null,
                null,
                null);
        return Optional.of(new Routing(null, item.id(), "0", RevisionStatus.RELEASED, true, List.of(operation)));
    }

    private static Routing head(ResultSet row, UUID itemId) throws SQLException {
        return new Routing(
                row.getObject("head_id", UUID.class),
                itemId,
                row.getString("revision"),
                RevisionStatus.valueOf(row.getString("status")),
                false,
                List.of());
    }

    private static RoutingOperation operation(ResultSet row, @Nullable Item item) throws SQLException {
        var transfer = row.getBigDecimal("next_transfer_quantity");
        return new RoutingOperation(
                row.getObject("id", UUID.class),
                row.getInt("sequence"),
                row.getString("name"),
                row.getObject("work_centre_id", UUID.class),
                row.getObject("machine_id", UUID.class),
                row.getBigDecimal("setup_minutes"),
                row.getBigDecimal("run_minutes"),
                row.getBoolean("subcontract"),
                row.getObject("supplier_id", UUID.class),
                row.getInt("subcontract_days"),
                row.getBoolean("inspection"),
                transfer == null || item == null ? null : new Quantity(transfer, item.unit()),
                row.getString("setup_family"),
                row.getString("instruction"));
    }
}
