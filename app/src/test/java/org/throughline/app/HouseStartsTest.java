package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole house on a fresh database: it starts and guards its tables. */
class HouseStartsTest {

    /** Tables of no organisation; each one's migration says why. */
    private static final Set<String> OPEN_TABLES = Set.of(
            "platform.organisation",
            "platform.change_mark",
            "platform.change_floor",
            "identity.login_attempt",
            "identity.session");

    private static final Path ACCEPTED = Path.of("..", "web", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RunningHouse house = RunningHouse.get();

    @Test
    void it_answers_and_is_healthy() throws Exception {
        assertThat(house.get("", "/actuator/health").status()).isEqualTo(200);
        assertThat(house.get("", "/api/lines").status()).isEqualTo(401);
    }

    @Test
    void every_table_is_guarded_or_open_for_a_reason() {
        assertThat(house.database()
                        .sql("""
                                SELECT n.nspname || '.' || c.relname
                                  FROM pg_class c
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind = 'r' AND NOT c.relrowsecurity
                                   AND c.relname <> 'flyway_schema_history'
                                   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                                 ORDER BY 1
                                """)
                        .query((row, index) -> row.getString(1))
                        .list())
                .isSubsetOf(OPEN_TABLES);
    }

    /** Behind row-level security an ordinary owner would else leave rows out of a backup without a word. */
    @Test
    void every_forced_guard_lets_the_owner_of_the_tables_pass() {
        assertThat(house.database()
                        .sql("""
                                SELECT c.oid::regclass::text
                                  FROM pg_class c
                                 WHERE c.relforcerowsecurity
                                   AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner')
                                 ORDER BY 1
                                """)
                        .query((row, index) -> row.getString(1))
                        .list())
                .isEmpty();
    }

    @Test
    void nobody_reads_anything_without_signing_in() throws Exception {
        for (var path : List.of("/api/catalogue", "/api/records/item", "/v3/api-docs", "/api/users")) {
            assertThat(house.get("", path).status()).as(path).isEqualTo(401);
        }
    }

    /**
     * Pages and server cannot drift: the pages' types are generated from {@code web/openapi.json}, and this is what the
     * server says of itself. After a wanted change {@code THROUGHLINE_ACCEPT=api ./test quick} writes the file.
     */
    @Test
    void the_pages_are_built_from_what_the_server_says_of_itself() throws Exception {
        var described = (ObjectNode)
                JSON.readTree(house.get("admin", "/v3/api-docs").done().text());
        described.remove("servers");
        assertThat(operationsWithoutSummary(described)).isEmpty();

        if ("api".equals(System.getenv("THROUGHLINE_ACCEPT"))) {
            Files.writeString(ACCEPTED, JSON.writeValueAsString(described) + "\n");
        }
        var accepted = (ObjectNode) JSON.readTree(Files.readString(ACCEPTED));
        accepted.remove("servers");
        assertThat(described.equals(accepted))
                .as("web/openapi.json is not what the server says; see the test's comment")
                .isTrue();
    }

    private static List<String> operationsWithoutSummary(ObjectNode described) {
        var silent = new ArrayList<String>();
        for (var path : described.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().path("summary").asString("").isBlank()) {
                    silent.add(operation.getKey() + " " + path.getKey());
                }
            }
        }
        return silent;
    }
}
