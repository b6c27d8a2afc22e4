package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages and server cannot drift: the pages' types are generated from {@code web/openapi.json}, and this is what the
 * server says of itself. After a wanted change run {@code THROUGHLINE_ACCEPT=api ./test quick}, which writes the file.
 */
@SpringBootTest(classes = Throughline.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiDescriptionTest {

    private static final Path ACCEPTED = Path.of("..", "web", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TempDir
    static Path data;

    @Value("${local.server.port}")
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void emptyHouse(DynamicPropertyRegistry properties) {
        properties.add("throughline.data", () -> data.toString());
        properties.add("throughline.empty", () -> "true");
    }

    @Test
    void the_pages_are_built_from_what_the_server_says_of_itself() throws Exception {
        var described = (tools.jackson.databind.node.ObjectNode) JSON.readTree(get("/v3/api-docs", token()));
        described.remove("servers");

        if ("api".equals(System.getenv("THROUGHLINE_ACCEPT"))) {
            Files.writeString(ACCEPTED, JSON.writeValueAsString(described) + "\n");
        }
        assertThat((JsonNode) described).isEqualTo(accepted());
    }

    @Test
    void nobody_reads_anything_without_signing_in() throws Exception {
        for (var path :
                new String[] {"/api/lines", "/api/catalogue", "/api/records/item", "/v3/api-docs", "/api/users"}) {
            var answer = send(HttpRequest.newBuilder(uri(path)).GET());

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
        }
    }

    private static JsonNode accepted() throws IOException {
        return JSON.readTree(Files.readString(ACCEPTED));
    }

    private String token() throws Exception {
        var password = Files.readString(data.resolve("first-password.txt")).strip();
        var body = "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(password);
        var answer = send(HttpRequest.newBuilder(uri("/api/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("token").asString();
    }

    private String get(String path, String token) throws Exception {
        var answer = send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
