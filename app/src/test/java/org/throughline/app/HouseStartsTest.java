package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.As;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.TestDatabase;
import org.throughline.identity.KeepAccounts;
import org.throughline.identity.KeepAccounts.NewAccount;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole house on a fresh database: it starts, guards its tables, and describes its API as the face expects it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseStartsTest {

    /** Tables of no organisation; each one's migration says why. */
    private static final Set<String> OPEN_TABLES =
            Set.of("platform.organisation", "identity.login_attempt", "identity.session");

    private static final Path DESCRIPTION = Path.of("../web/openapi.json");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final DatabaseAddress address = TestDatabase.fresh();

    private final ConfigurableApplicationContext house = start(Path.of("target/house"));

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
        assertThat(get("/actuator/health", "").statusCode()).isEqualTo(200);
        assertThat(get("/api/lines", "").statusCode()).isEqualTo(401);
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

    /** {@code -Dopenapi.write=true} writes the new description; then build the face, it tells what no longer fits. */
    @Test
    void the_api_is_described_as_the_face_expects_it() throws Exception {
        var described = json.readTree(get("/v3/api-docs", token()).body());
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(DESCRIPTION, json.writeValueAsString(described) + "\n");
        }
        assertThat(described.equals(json.readTree(Files.readString(DESCRIPTION))))
                .as("web/openapi.json describes the server as it is")
                .isTrue();
    }

    private String token() throws Exception {
        As.system(() -> house.getBean(KeepAccounts.class)
                .create(new NewAccount(
                        "reader", "Reader", "a password", "en", Set.of("administrator"), null, null, false)));
        var answer = client.send(
                request("/api/session")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\": \"reader\", \"password\": \"a password\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return json.readTree(answer.body()).path("token").asString();
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = request(path).GET();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var port = house.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
