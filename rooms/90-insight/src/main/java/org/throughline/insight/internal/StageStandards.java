package org.throughline.insight.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.insight.MilestoneKind;

/** The stage standards in {@code insight.stage_standard}. */
@Repository
class StageStandards {

    private final JdbcClient jdbc;

    StageStandards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<MilestoneKind, StageStandard> all() {
        var standards = new EnumMap<MilestoneKind, StageStandard>(MilestoneKind.class);
        jdbc.sql("""
                SELECT stage, working_days, share_percent, role, owner_id FROM insight.stage_standard ORDER BY stage
                """)
                .query((row, index) -> new StageStandard(
                        MilestoneKind.valueOf(row.getString("stage")),
                        row.getInt("working_days"),
                        row.getInt("share_percent"),
                        row.getString("role"),
                        row.getObject("owner_id", UUID.class)))
                .list()
                .forEach(standard -> standards.put(standard.kind(), standard));
        return standards;
    }
}
