package org.throughline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.TestClock;
import org.throughline.identity.KeepAccounts.NewAccount;
import org.throughline.web.WebGround;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = {DatabaseForTests.class, WebGround.class, IdentityGround.class, LoginTest.Server.class},
        properties = "spring.flyway.enabled=false",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoginTest {

    @EnableAutoConfiguration
    static class Server {}

    @Autowired
    KeepAccounts keepAccounts;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private String username = "";

    @BeforeEach
    void an_account() {
        username = "u" + UUID.randomUUID().toString().substring(0, 8);
        As.system(() -> keepAccounts.create(
                new NewAccount(username, "王芳", "a good password", "en", Set.of("warehouse"), null, null, false)));
    }

    @Test
    void the_right_password_opens_a_session_for_cookie_and_bearer() {
        var answer = signIn(username, "a good password");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var cookie = String.valueOf(answer.getHeaders().getFirst("Set-Cookie"));
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        var me = get(
                "/api/session",
                "Authorization",
                "Bearer " + body(answer).path("token").asString());
        assertThat(body(me).path("name").asString()).isEqualTo("王芳");
        assertThat(body(me).path("seesPrices").asBoolean()).isFalse();
        assertThat(body(get("/api/session", "Cookie", firstPart(cookie)))
                        .path("username")
                        .asString())
                .isEqualTo(username);
    }

    @Test
    void without_a_session_the_api_answers_401_in_the_browsers_language() {
        var answer = get("/api/session", "Accept-Language", "zh-CN,zh;q=0.9");

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(body(answer).path("code").asString()).isEqualTo("identity.not-signed-in");
        assertThat(body(answer).path("detail").asString()).isEqualTo("您尚未登录。");
    }

    @Test
    void a_write_by_cookie_needs_the_header_of_our_own_pages() {
        var cookie = firstPart(
                String.valueOf(signIn(username, "a good password").getHeaders().getFirst("Set-Cookie")));

        var foreign = client().delete().uri("/api/session").header("Cookie", cookie);
        assertThat(send(foreign).getStatusCode().value()).isEqualTo(403);
        var own = client().delete().uri("/api/session").header("Cookie", cookie).header("X-Throughline", "1");
        assertThat(send(own).getStatusCode().value()).isEqualTo(204);
        assertThat(get("/api/session", "Cookie", cookie).getStatusCode().value())
                .isEqualTo(401);
    }

    @Test
    void eight_wrong_passwords_lock_the_account_for_fifteen_minutes() {
        for (int i = 0; i < 8; i++) {
            assertThat(body(signIn(username, "wrong")).path("code").asString()).isEqualTo("identity.wrong-password");
        }
        assertThat(body(signIn(username, "a good password")).path("code").asString())
                .isEqualTo("identity.locked");

        clock.pass(Duration.ofMinutes(16));

        assertThat(signIn(username, "a good password").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void a_missing_field_is_named() {
        var answer = send(client().post().uri("/api/session").body(Map.of("username", "x")));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(body(answer).path("code").asString()).isEqualTo("request.invalid");
        assertThat(body(answer).path("errors").path(0).path("field").asString()).isEqualTo("password");
    }

    @Test
    void only_the_administrator_makes_accounts() {
        var token = body(signIn(username, "a good password")).path("token").asString();

        var answer = send(client().post()
                .uri("/api/users")
                .header("Authorization", "Bearer " + token)
                .body(Map.of(
                        "username", "x", "displayName", "x", "password", "long enough", "roles", Set.of("sales"))));

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(body(answer).path("code").asString()).isEqualTo("identity.not-allowed");
    }

    private ResponseEntity<JsonNode> signIn(String name, String password) {
        return send(client().post().uri("/api/session").body(Map.of("username", name, "password", password)));
    }

    private ResponseEntity<JsonNode> get(String path, String header, String value) {
        return send(client().get().uri(path).header(header, value));
    }

    private static String firstPart(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private RestClient client() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }

    private static ResponseEntity<JsonNode> send(RestClient.RequestHeadersSpec<?> request) {
        return request.retrieve().toEntity(JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
