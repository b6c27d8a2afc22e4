package org.throughline.database;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.kernel.NotFound;

/** Companies and plants whose rows are kept apart, in table {@code platform.organisation}. */
public class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param code short, e.g. {@code MAIN}
     * @param name as printed on documents
     */
    public record Organisation(UUID id, String code, String name) {}

    /** @throws NotFound if there is none with this identity */
    public Organisation get(UUID id) {
        return jdbc.sql("SELECT id, code, name FROM platform.organisation WHERE id = :id")
                .param("id", id)
                .query(Organisation.class)
                .optional()
                .orElseThrow(() -> new NotFound("organisation", id));
    }

    /** Gives the organisation the name that its documents bear. */
    public void rename(UUID id, String name) {
        jdbc.sql("UPDATE platform.organisation SET name = :name, version = version + 1 WHERE id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }
}
