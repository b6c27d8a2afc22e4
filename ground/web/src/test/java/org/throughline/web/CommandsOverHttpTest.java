package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.database.DatabaseAddress;
import org.throughline.database.DatabaseForTests;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone or machine may rely on, over real HTTP on a real database. */
@SpringBootTest(
        classes = {DatabaseForTests.class, WebGround.class, CommandsOverHttpTest.Server.class},
        properties = {"spring.flyway.enabled=false", "spring.threads.virtual.enabled=true"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CommandsOverHttpTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    DatabaseAddress address;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void an_empty_table() {
        new JdbcTemplate(address.dataSource()).execute("""
                DROP SCHEMA IF EXISTS plant CASCADE;
                CREATE SCHEMA plant;
                CREATE TABLE plant.note (id uuid PRIMARY KEY, text text NOT NULL UNIQUE);
                SELECT platform.guard('plant', 'note');
                """);
    }

    @Test
    void a_repeated_command_is_done_once_and_answered_the_same() throws Exception {
        var first = post("/api/notes", "key-1", Map.of("text", "hello"));
        var second = post("/api/notes", "key-1", Map.of("text", "hello"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void eight_at_once_with_the_same_key_do_it_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> post("/api/notes", "key-2", Map.of("text", "once"))))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_content_is_refused() throws Exception {
        post("/api/notes", "key-3", Map.of("text", "one"));

        var other = post("/api/notes", "key-3", Map.of("text", "other"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(body(other).path("code").asString()).isEqualTo("web.key-reused");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_not_kept_and_leaves_nothing_half_written() throws Exception {
        var refused = post("/api/notes/broken", "key-4", Map.of("text", "gone"));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(notes()).isZero();
        assertThat(post("/api/notes", "key-4", Map.of("text", "now")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_the_database_refuses_has_a_code_and_a_sentence() throws Exception {
        post("/api/notes", "key-5", Map.of("text", "same"));

        var twice = post("/api/notes", "key-6", Map.of("text", "same"));

        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(body(twice).path("code").asString()).isEqualTo("record.duplicate");
        assertThat(body(twice).path("advice").asString()).isNotBlank();
    }

    @Test
    void a_failure_says_an_incident_number_and_nothing_of_the_inside() throws Exception {
        var failed = post("/api/notes/failing", "key-7", Map.of("text", "x"));

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(body(failed).path("code").asString()).isEqualTo("web.incident");
        assertThat(failed.body()).doesNotContain("secret detail").doesNotContain("IllegalState");
    }

    @Test
    void prices_are_blank_for_those_who_may_not_see_them_and_numbers_are_plain() throws Exception {
        var offer = body(get("/api/offer"));

        assertThat(offer.path("price").isNull()).isTrue();
        assertThat(get("/api/offer").body()).contains("\"quantity\":300,");
    }

    @Test
    void an_open_page_hears_of_a_change_within_a_second() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        var opened = new CompletableFuture<Boolean>();
        var stream = client.sendAsync(
                request("/api/live").GET().build(),
                HttpResponse.BodyHandlers.fromLineSubscriber(new LineCollector(line -> {
                    opened.complete(true);
                    heard.add(line);
                })));
        opened.get();

        post("/api/notes", "key-8", Map.of("text", "live"));
        Thread.sleep(Duration.ofSeconds(1));

        assertThat(heard).anyMatch(line -> line.startsWith("data:") && line.contains("\"table\":\"plant.note\""));
        stream.cancel(true);
    }

    private int notes() {
        return jdbc.sql("SELECT count(*) FROM plant.note").query(Integer.class).single();
    }

    private HttpResponse<String> post(String path, String key, Map<String, String> content) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key + port)
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(content)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(Objects.requireNonNull(answer.body()));
    }

    @EnableAutoConfiguration
    @Import(NoteController.class)
    static class Server {

        /** Everybody is the same person here. */
        @Bean
        FilterRegistrationBean<Filter> everybody() {
            var person = new Actor(
                    UUID.nameUUIDFromBytes(new byte[] {1}),
                    "Somebody",
                    Actor.FIRST_ORGANISATION,
                    null,
                    Set.of("operator"),
                    "test",
                    "en");
            Filter filter = (request, response, chain) -> {
                try {
                    person.call(() -> {
                        chain.doFilter(request, response);
                        return null;
                    });
                } catch (IOException | ServletException | RuntimeException failed) {
                    throw failed;
                } catch (Exception impossible) {
                    throw new IllegalStateException(impossible);
                }
            };
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }

        @Bean
        PriceVisibility nobodySeesPrices() {
            return () -> false;
        }
    }

    @RestController
    static class NoteController {

        private final JdbcClient jdbc;

        NoteController(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @PostMapping("/api/notes")
        @ResponseStatus(HttpStatus.CREATED)
        Note write(@RequestBody Note note) {
            var id = Identity.fresh();
            jdbc.sql("INSERT INTO plant.note (id, text) VALUES (:id, :text)")
                    .param("id", id)
                    .param("text", note.text())
                    .update();
            return new Note(id, note.text());
        }

        @PostMapping("/api/notes/broken")
        void breakOff(@RequestBody Note note) {
            write(note);
            throw new NotFound("note", "half");
        }

        @PostMapping("/api/notes/failing")
        void fail(@RequestBody Note note) {
            write(note);
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/api/offer")
        Offer offer() {
            return new Offer(new BigDecimal("300.000000"), new BigDecimal("12.50"));
        }
    }

    record Note(@Nullable UUID id, String text) {}

    record Offer(BigDecimal quantity, @Price @Nullable BigDecimal price) {}

    /** Hands every line of a stream on. */
    private record LineCollector(Consumer<String> heard) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            heard.accept(line);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
