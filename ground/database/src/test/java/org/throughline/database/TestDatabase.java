package org.throughline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for tests. With {@code THROUGHLINE_TEST_DB=postgresql://user:password@host:port/database} it is that
 * server; else one embedded server per JVM in a temporary folder, its programs shared in {@code ~/.cache/throughline}.
 * Every {@link #fresh} database is empty and is dropped with the JVM.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable DatabaseAddress server;

    private TestDatabase() {}

    /** A new, empty database of the test server, entered as the owner role. */
    public static DatabaseAddress fresh() {
        var name = "t%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        var address = server();
        var jdbc = JdbcClient.create(address.dataSource());
        jdbc.sql("DROP DATABASE IF EXISTS " + name).update();
        jdbc.sql("CREATE DATABASE " + name).update();
        if (System.getenv("THROUGHLINE_TEST_DB") != null) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> jdbc.sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name))
                                    .update()));
        }
        return address.withDatabase(name);
    }

    private static synchronized DatabaseAddress server() {
        var known = server;
        if (known == null) {
            var external = System.getenv("THROUGHLINE_TEST_DB");
            known = external == null ? embedded() : DatabaseAddress.parse(external);
            server = known;
        }
        return known;
    }

    private static DatabaseAddress embedded() {
        try {
            var cache = Path.of(System.getProperty("user.home"), ".cache", "throughline");
            var folder = Files.createTempDirectory("throughline-test-");
            var postgres = EmbeddedPostgres.start(folder, cache, false, sentence -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                delete(folder);
            }));
            return postgres.address();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
