package org.throughline.shipping.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** Reads columns as the house's types, and writes instants as the driver wants them. */
final class Columns {

    private Columns() {}

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static Instant instantOf(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static UUID idOf(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(id(row, column));
    }

    static Quantity quantity(ResultSet row, String column, String unit) throws SQLException {
        return new Quantity(row.getBigDecimal(column), unit);
    }
}
