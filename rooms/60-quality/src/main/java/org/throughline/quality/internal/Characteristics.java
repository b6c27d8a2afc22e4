package org.throughline.quality.internal;

import static org.throughline.database.Columns.idOf;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;
import org.throughline.quality.Characteristic;

/** What is measured on items and what was measured, in {@code quality.inspection_characteristic} and {@code measurement}. */
@Repository
public class Characteristics {

    private final JdbcClient jdbc;

    Characteristics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One value that was measured, or one look.
     *
     * @param value null for a visual check
     */
    public record Measured(
            UUID characteristicId,
            int piece,
            @Nullable BigDecimal value,
            boolean passed,
            @Nullable String note) {}

    /** The active characteristics of an item, by position and name. */
    public List<Characteristic> ofItem(UUID itemId) {
        return jdbc.sql("""
                SELECT id, item_id, position, name, kind, nominal, lower, upper, unit, severity
                  FROM quality.inspection_characteristic
                 WHERE item_id = :item
                   AND active
                 ORDER BY position, name
                """).param("item", itemId).query(Characteristics::map).list();
    }

    /** What was measured for an inspection, by characteristic and piece. */
    public List<Measured> measured(UUID inspectionId) {
        return jdbc.sql("""
                SELECT m.characteristic_id, m.piece, m.value, m.passed, m.note
                  FROM quality.measurement m
                  JOIN quality.inspection_characteristic c ON c.id = m.characteristic_id
                 WHERE m.inspection_id = :inspection
                 ORDER BY c.position, c.name, m.piece
                """)
                .param("inspection", inspectionId)
                .query((row, index) -> new Measured(
                        idOf(row, "characteristic_id"),
                        row.getInt("piece"),
                        row.getBigDecimal("value"),
                        row.getBoolean("passed"),
                        row.getString("note")))
                .list();
    }

    /** Keeps what was measured. */
    public void keep(UUID inspectionId, List<Measured> measured) {
        for (var one : measured) {
            jdbc.sql("""
                    INSERT INTO quality.measurement (id, inspection_id, characteristic_id, piece, value, passed, note)
                    VALUES (:id, :inspection, :characteristic, :piece, :value, :passed, :note)
                    """)
                    .param("id", Identity.fresh())
                    .param("inspection", inspectionId)
                    .param("characteristic", one.characteristicId())
                    .param("piece", one.piece())
                    .param("value", one.value(), Types.NUMERIC)
                    .param("passed", one.passed())
                    .param("note", one.note(), Types.VARCHAR)
                    .update();
        }
    }

    private static Characteristic map(ResultSet row, int index) throws SQLException {
        return new Characteristic(
                idOf(row, "id"),
                idOf(row, "item_id"),
                row.getInt("position"),
                row.getString("name"),
                Characteristic.Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("nominal"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                row.getString("unit"),
                Characteristic.Severity.valueOf(row.getString("severity")));
    }
}
