package org.throughline.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** Reads columns as the house's types, and writes instants as the driver wants them. */
public final class Columns {

    private Columns() {}

    /** As the driver writes it; null stays null. */
    public static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** Null where the column is. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Of a column that is never null. */
    public static Instant instantOf(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    /** Null where the column is. */
    public static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** Of a column that is never null. */
    public static UUID idOf(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(id(row, column));
    }

    /** Of a column that is never null, in this unit. */
    public static Quantity quantity(ResultSet row, String column, String unit) throws SQLException {
        return new Quantity(row.getBigDecimal(column), unit);
    }
}
