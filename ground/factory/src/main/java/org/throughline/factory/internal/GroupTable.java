package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;
import static org.throughline.factory.internal.Columns.idOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.ItemGroup;
import org.throughline.factory.ItemGroups;

/** {@code factory.item_group}. */
@Repository
class GroupTable implements ItemGroups {

    private final MasterTable<ItemGroup> table;

    GroupTable(JdbcClient jdbc) {
        this.table =
                new MasterTable<>(jdbc, "item-group", "factory.item_group", "code", ItemGroup::id, GroupTable::map);
    }

    @Override
    public ItemGroup get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<ItemGroup> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public List<ItemGroup> all() {
        return table.all();
    }

    @Override
    @Transactional
    public ItemGroup save(ItemGroup group) {
        return table.save(
                group.id(),
                group.code(),
                group.version(),
                Columns.of(
                        "code", group.code(),
                        "name", group.name(),
                        "default_work_centre_id", group.defaultWorkCentreId(),
                        "default_setup_minutes", group.defaultSetupMinutes(),
                        "default_run_minutes", group.defaultRunMinutes(),
                        "external_id", group.externalId()));
    }

    private static ItemGroup map(ResultSet row, int index) throws SQLException {
        return new ItemGroup(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                idOrNull(row, "default_work_centre_id"),
                row.getBigDecimal("default_setup_minutes"),
                row.getBigDecimal("default_run_minutes"),
                row.getString("external_id"),
                row.getInt("version"));
    }
}
