package org.throughline.demo.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.kernel.Identity;

/** Whether the demonstration was begun and came to its end, in table {@code demo.build}. */
@Repository
public class Builds {

    private final JdbcClient jdbc;

    Builds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins; {@link #end} says that it is whole. */
    public UUID begin() {
        var id = Identity.fresh();
        jdbc.sql("INSERT INTO demo.build (id, started_at) VALUES (:id, clock_timestamp())")
                .param("id", id)
                .update();
        return id;
    }

    /** It is whole. */
    public void end(UUID id) {
        jdbc.sql("UPDATE demo.build SET ended_at = clock_timestamp() WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Whether one was begun and is not whole. */
    public boolean isUnfinished() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM demo.build WHERE ended_at IS NULL)")
                .query(Boolean.class)
                .single();
    }
}
