package org.throughline.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole house on a fresh database, started once for all tests of this JVM and spoken to over HTTP. */
final class RunningHouse {

    static final Path DATA = Path.of("target/house");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static @Nullable RunningHouse running;

    private final HttpClient client = HttpClient.newHttpClient();
    private final DatabaseAddress address = TestDatabase.fresh();
    private final ConfigurableApplicationContext context;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningHouse() {
        context = CommandLine.application(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--throughline.empty=true",
                        "--throughline.data=" + DATA,
                        "--THROUGHLINE_DB=postgresql://%s:%s@%s:%d/%s"
                                .formatted(
                                        address.user(),
                                        address.password(),
                                        address.host(),
                                        address.port(),
                                        address.database()));
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    /** The one house of this JVM. */
    static synchronized RunningHouse get() {
        var known = running;
        if (known == null) {
            known = new RunningHouse();
            running = known;
        }
        return known;
    }

    /** What the house answered. */
    record Reply(int status, JsonNode body, String text) {

        String code() {
            return body.path("code").asString("");
        }

        String detail() {
            return body.path("detail").asString("");
        }

        String advice() {
            return body.path("advice").asString("");
        }

        UUID id() {
            return UUID.fromString(body.path("id").asString());
        }

        String at(String pointer) {
            return body.at(pointer).asString("");
        }

        /** @throws IllegalStateException if it was refused */
        Reply done() {
            if (status >= 400) {
                throw new IllegalStateException("Answered with %d: %s".formatted(status, text));
            }
            return this;
        }
    }

    /** Directly into the database, as its owner. */
    JdbcClient database() {
        return JdbcClient.create(address.dataSource());
    }

    /** The plant's day, so many days from today. */
    static LocalDate day(int fromToday) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(fromToday);
    }

    /** Makes an account {@code <role>-<language>} that later requests may use. */
    void account(String username, String language, String role, @Nullable UUID partner) {
        var body = new LinkedHashMap<String, Object>();
        body.put("username", username);
        body.put("displayName", username);
        body.put("password", "throughline");
        body.put("language", language);
        body.put("roles", new String[] {role});
        if (partner != null) {
            body.put("partnerId", partner);
        }
        send("admin", "POST", "/api/users", body).done();
    }

    Reply get(String user, String path) {
        return send(user, "GET", path, null);
    }

    Reply post(String user, String path, @Nullable Object body) {
        return send(user, "POST", path, body);
    }

    /** A customer, or else a supplier. */
    UUID partner(String code, String name, boolean customer) {
        return record(
                "partner",
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "is_customer",
                        customer,
                        "is_supplier",
                        !customer,
                        "currency",
                        "CNY"));
    }

    /** A new record of a generic type, made by the administrator. */
    UUID record(String type, Map<String, Object> values) {
        return post("admin", "/api/records/" + type, Map.of("values", values))
                .done()
                .id();
    }

    Reply send(String user, String method, String path, @Nullable Object body) {
        return send(user, method, path, body, null);
    }

    /** @param user {@code ""} for nobody */
    Reply send(String user, String method, String path, @Nullable Object body, @Nullable String key) {
        var request = HttpRequest.newBuilder(uri(path)).header("Accept", "application/json, */*");
        if (!user.isEmpty()) {
            request.header("Authorization", "Bearer " + token(user));
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                                body instanceof String text ? text : JSON.writeValueAsString(body)));
        return reply(request.build());
    }

    /** Sends a file as a browser does. */
    Reply upload(String user, String path, String fileName, byte[] content) {
        var head = """
                --throughline\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(fileName).getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--throughline--\r\n".getBytes(StandardCharsets.UTF_8);
        return reply(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "multipart/form-data; boundary=throughline")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                .build());
    }

    /** Signs in without keeping the token. */
    Reply signIn(String user, String password, String language) {
        return reply(HttpRequest.newBuilder(uri("/api/session"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("username", user, "password", password))))
                .build());
    }

    private String token(String user) {
        return tokens.computeIfAbsent(user, name -> {
            try {
                var password = name.equals("admin")
                        ? Files.readString(DATA.resolve("first-password.txt")).strip()
                        : "throughline";
                return signIn(name, password, "zh").done().at("/token");
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private Reply reply(HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            return new Reply(answer.statusCode(), body, answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI uri(String path) {
        var port = context.getEnvironment().getProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
