package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.TestDatabase;

/** The whole house on a fresh database: it starts and guards its tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseStartsTest {

    /** Tables of no organisation; each one's migration says why. */
    private static final Set<String> OPEN_TABLES =
            Set.of("platform.organisation", "identity.login_attempt", "identity.session");

    private final HttpClient client = HttpClient.newHttpClient();
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var port = house.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
