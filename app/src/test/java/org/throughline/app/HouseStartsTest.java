package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.TestDatabase;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole house on a fresh database: it starts and guards its tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseStartsTest {

    /** Tables of no organisation; each one's migration says why. */
    private static final Set<String> OPEN_TABLES =
            Set.of("platform.organisation", "identity.login_attempt", "identity.session");

    private static final Path DATA = Path.of("target/house");
    private static final Path ACCEPTED = Path.of("..", "web", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final DatabaseAddress address = TestDatabase.fresh();

    private final ConfigurableApplicationContext house = start(DATA);

    private ConfigurableApplicationContext start(Path data) {
        return CommandLine.application(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--throughline.empty=true",
                        "--throughline.data=" + data,
                        "--THROUGHLINE_DB=postgresql://%s:%s@%s:%d/%s"
                                .formatted(
                                        address.user(),
                                        address.password(),
                                        address.host(),
                                        address.port(),
                                        address.database()));
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void it_answers_and_is_healthy() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/api/lines").statusCode()).isEqualTo(401);
    }

    @Test
    void every_table_is_guarded_or_open_for_a_reason() {
        assertThat(JdbcClient.create(address.dataSource())
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

    @Test
    void nobody_reads_anything_without_signing_in() throws Exception {
        for (var path : List.of("/api/catalogue", "/api/records/item", "/v3/api-docs", "/api/users")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    /**
     * Pages and server cannot drift: the pages' types are generated from {@code web/openapi.json}, and this is what the
     * server says of itself. After a wanted change {@code THROUGHLINE_ACCEPT=api ./test quick} writes the file.
     */
    @Test
    void the_pages_are_built_from_what_the_server_says_of_itself() throws Exception {
        var described = (ObjectNode) JSON.readTree(client.send(
                        request("/v3/api-docs")
                                .header("Authorization", "Bearer " + token())
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        described.remove("servers");

        if ("api".equals(System.getenv("THROUGHLINE_ACCEPT"))) {
            Files.writeString(ACCEPTED, JSON.writeValueAsString(described) + "\n");
        }
        var accepted = (ObjectNode) JSON.readTree(Files.readString(ACCEPTED));
        accepted.remove("servers");
        assertThat(described.equals(accepted))
                .as("web/openapi.json is not what the server says; see the test's comment")
                .isTrue();
    }

    private String token() throws Exception {
        var password = Files.readString(DATA.resolve("first-password.txt")).strip();
        var answer = client.send(
                request("/api/session")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(password)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).get("token").asString();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var port = house.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
