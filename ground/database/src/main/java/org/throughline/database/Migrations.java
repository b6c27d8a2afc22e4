package org.throughline.database;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every module's schema to the version that this build needs. Runs as the owner role, before anybody works; the
 * history table of each module stands in its own schema.
 */
public final class Migrations {

    /** The role as which the application works; it owns nothing and passes no guard. */
    public static final String APPLICATION_ROLE = "throughline_app";

    private final DataSource owner;
    private final List<Schema> schemas;

    /**
     * @param owner   connections of the role that owns all tables
     * @param schemas of all modules; {@link Schema#PLATFORM} is added when missing
     */
    public Migrations(DataSource owner, Collection<Schema> schemas) {
        this.owner = owner;
        var all = new TreeSet<Schema>(Comparator.comparingInt(Schema::order).thenComparing(Schema::name));
        all.addAll(schemas);
        all.add(Schema.PLATFORM);
        this.schemas = List.copyOf(all);
    }

    /** All schemas in the order in which they are migrated. */
    public List<Schema> schemas() {
        return schemas;
    }

    /**
     * Creates the application's role if it is missing and migrates every schema. Repeating it changes nothing.
     *
     * @throws DatabaseRefused                       if the application's role can be neither made nor taken on
     * @throws org.flywaydb.core.api.FlywayException if a migration fails; what it did is rolled back
     */
    public void run() {
        createApplicationRole();
        for (var schema : schemas) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(schema.name())
                    .defaultSchema(schema.name())
                    .locations("classpath:db/migration/" + schema.name())
                    .placeholderReplacement(false)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        }
    }

    private void createApplicationRole() {
        var jdbc = JdbcClient.create(owner);
        try {
            jdbc.sql("""
                    DO $$
                    BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'throughline_app') THEN
                            CREATE ROLE throughline_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
                        END IF;
                    EXCEPTION
                        WHEN duplicate_object OR unique_violation THEN NULL; -- another process was faster
                    END $$
                    """).update();
            jdbc.sql("""
                    DO $$
                    BEGIN
                        BEGIN
                            SET LOCAL ROLE throughline_app; -- membership alone does not say so since PostgreSQL 16
                            RESET ROLE;
                        EXCEPTION
                            WHEN insufficient_privilege THEN
                                EXECUTE format('GRANT throughline_app TO %I', current_user);
                        END;
                    END $$
                    """).update();
        } catch (DataAccessException refused) {
            if (refused.getMostSpecificCause() instanceof SQLException cause && "42501".equals(cause.getSQLState())) {
                throw DatabaseRefused.applicationRole(
                        jdbc.sql("SELECT current_user").query(String.class).single());
            }
            throw refused;
        }
    }

    /**
     * The version that each schema has now, e.g. {@code sales → 003}; a schema that was never migrated is missing.
     */
    public SortedMap<String, String> versions() {
        var versions = new TreeMap<String, String>();
        var jdbc = JdbcClient.create(owner);
        for (var schema : schemas) {
            var history = schema.name() + ".flyway_schema_history";
            var exists = jdbc.sql("SELECT to_regclass(:history) IS NOT NULL")
                    .param("history", history)
                    .query(Boolean.class)
                    .single();
            if (exists) {
                jdbc.sql("""
                        SELECT version
                          FROM %s
                         WHERE success AND version IS NOT NULL
                         ORDER BY installed_rank DESC
                         LIMIT 1
                        """.formatted(history))
                        .query(String.class)
                        .optional()
                        .ifPresent(version -> versions.put(schema.name(), version));
            }
        }
        return versions;
    }
}
