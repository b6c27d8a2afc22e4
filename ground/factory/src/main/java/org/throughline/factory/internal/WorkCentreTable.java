package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;
import static org.throughline.factory.internal.Columns.idOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;

/** {@code factory.work_centre}. */
@Repository
class WorkCentreTable implements WorkCentres {

    private final MasterTable<WorkCentre> table;

    WorkCentreTable(JdbcClient jdbc) {
        this.table = new MasterTable<>(
                jdbc, "work-centre", "factory.work_centre", "position, code", WorkCentre::id, WorkCentreTable::map);
    }

    @Override
    public WorkCentre get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<WorkCentre> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public Map<UUID, WorkCentre> all(Collection<UUID> ids) {
        return table.all(ids);
    }

    @Override
    public List<WorkCentre> all() {
        return table.all();
    }

    @Override
    @Transactional
    public WorkCentre save(WorkCentre workCentre) {
        return table.save(workCentre.id(), workCentre.code(), workCentre.version(), columns(workCentre));
    }

    private static Map<String, @Nullable Object> columns(WorkCentre workCentre) {
        return Columns.of(
                "code", workCentre.code(),
                "name", workCentre.name(),
                "site_id", workCentre.siteId(),
                "calendar_id", workCentre.calendarId(),
                "kind", workCentre.kind().name(),
                "capacity", workCentre.capacity(),
                "efficiency", workCentre.efficiency(),
                "hourly_cost", workCentre.hourlyCost(),
                "position", workCentre.position(),
                "active", workCentre.active(),
                "external_id", workCentre.externalId());
    }

    private static WorkCentre map(ResultSet row, int index) throws SQLException {
        return new WorkCentre(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                idOrNull(row, "site_id"),
                idOrNull(row, "calendar_id"),
                WorkCentre.Kind.valueOf(row.getString("kind")),
                row.getInt("capacity"),
                row.getBigDecimal("efficiency"),
                row.getBigDecimal("hourly_cost"),
                row.getInt("position"),
                row.getBoolean("active"),
                row.getString("external_id"),
                row.getInt("version"));
    }
}
