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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;

/** {@code factory.machine}. */
@Repository
class MachineTable implements Machines {

    private final JdbcClient jdbc;
    private final MasterTable<Machine> table;

    MachineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new MasterTable<>(jdbc, "machine", "factory.machine", "code", Machine::id, MachineTable::map);
    }

    @Override
    public Machine get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<Machine> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public Map<UUID, Machine> all(Collection<UUID> ids) {
        return table.all(ids);
    }

    @Override
    public List<Machine> all() {
        return jdbc.sql("""
                SELECT m.*
                  FROM factory.machine m
                  JOIN factory.work_centre w ON w.id = m.work_centre_id
                 ORDER BY w.position, w.code, m.code
                """).query(MachineTable::map).list();
    }

    @Override
    public List<Machine> ofWorkCentre(UUID workCentreId) {
        return table.allWhere("work_centre_id", workCentreId);
    }

    @Override
    @Transactional
    public Machine save(Machine machine) {
        return table.save(
                machine.id(),
                machine.code(),
                machine.version(),
                Columns.of(
                        "code", machine.code(),
                        "name", machine.name(),
                        "work_centre_id", machine.workCentreId(),
                        "calendar_id", machine.calendarId(),
                        "status", machine.status().name(),
                        "speed", machine.speed(),
                        "external_id", machine.externalId()));
    }

    private static Machine map(ResultSet row, int index) throws SQLException {
        return new Machine(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                id(row, "work_centre_id"),
                idOrNull(row, "calendar_id"),
                Machine.Status.valueOf(row.getString("status")),
                row.getBigDecimal("speed"),
                row.getString("external_id"),
                row.getInt("version"));
    }
}
