package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.ScrapReason;
import org.throughline.factory.ScrapReasons;

/** {@code factory.scrap_reason}. */
@Repository
class ScrapReasonTable implements ScrapReasons {

    private final MasterTable<ScrapReason> table;

    ScrapReasonTable(JdbcClient jdbc) {
        this.table = new MasterTable<>(
                jdbc, "scrap-reason", "factory.scrap_reason", "code", ScrapReason::id, ScrapReasonTable::map);
    }

    @Override
    public ScrapReason get(UUID id) {
        return table.get(id);
    }

    @Override
    public Optional<ScrapReason> byCode(String code) {
        return table.by("code", code);
    }

    @Override
    public List<ScrapReason> all() {
        return table.all();
    }

    @Override
    @Transactional
    public ScrapReason save(ScrapReason reason) {
        return table.save(
                reason.id(),
                reason.code(),
                reason.version(),
                Columns.of(
                        "code", reason.code(),
                        "name", reason.name(),
                        "name_en", reason.nameEn(),
                        "cause", reason.cause().name(),
                        "active", reason.active(),
                        "external_id", reason.externalId()));
    }

    private static ScrapReason map(ResultSet row, int index) throws SQLException {
        return new ScrapReason(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                ScrapReason.Cause.valueOf(row.getString("cause")),
                row.getBoolean("active"),
                row.getString("external_id"),
                row.getInt("version"));
    }
}
