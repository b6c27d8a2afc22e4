package org.throughline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.internal.Cluster;
import org.throughline.database.internal.FolderLock;

/**
 * A PostgreSQL of our own in a data folder: created at the first start, durable, reachable from this machine only.
 * Survives a killed process: the next start ends what was left behind and recovers.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "throughline";

    private final FolderLock lock;
    private final Cluster cluster;
    private final DatabaseAddress address;

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, DatabaseAddress address) {
        this.lock = lock;
        this.cluster = cluster;
        this.address = address;
    }

    /**
     * Starts the server; the programs are unpacked beside the data.
     *
     * @param data     the data folder; created if missing
     * @param progress is told what takes long, in one sentence each
     * @throws DataFolderRefused     if another process works on the folder, or nothing can be written there
     * @throws IllegalStateException if the server does not start; the message holds the end of its log
     */
    public static EmbeddedPostgres start(Path data, Consumer<String> progress) {
        return start(data, data.resolve("programs"), true, progress);
    }

    static EmbeddedPostgres start(Path data, Path binaries, boolean durable, Consumer<String> progress) {
        requireWritable(data);
        try {
            var lock = FolderLock.take(data);
            if (lock.isEmpty()) {
                throw DataFolderRefused.inUse(data, FolderLock.holder(data));
            }
            try {
                var cluster = new Cluster(data, binaries, progress);
                cluster.createIfMissing();
                cluster.clearAway();
                cluster.start(durable);
                return new EmbeddedPostgres(lock.get(), cluster, database(addressOf(cluster, cluster.port())));
            } catch (IOException | RuntimeException failed) {
                lock.get().close();
                throw failed;
            }
        } catch (AccessDeniedException refused) {
            throw DataFolderRefused.notWritable(data);
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded database in %s does not start".formatted(data), failed);
        }
    }

    private static void requireWritable(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException refused) {
            throw DataFolderRefused.notWritable(data);
        }
        if (!Files.isWritable(data)) {
            throw DataFolderRefused.notWritable(data);
        }
    }

    /** The server that another process runs on this folder now, if there is one; entered as the owner role. */
    public static Optional<DatabaseAddress> running(Path data) {
        try {
            int port = Cluster.portOfRunning(data);
            return port < 0
                    ? Optional.empty()
                    : Optional.of(new DatabaseAddress(
                            "127.0.0.1", port, DATABASE, Cluster.OWNER, Cluster.passwordIn(data), ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The data folder %s cannot be read".formatted(data), unreadable);
        }
    }

    private static DatabaseAddress addressOf(Cluster cluster, int port) throws IOException {
        return new DatabaseAddress("127.0.0.1", port, "postgres", Cluster.OWNER, cluster.password(), "");
    }

    private static DatabaseAddress database(DatabaseAddress server) {
        var jdbc = JdbcClient.create(server.dataSource());
        var exists = jdbc.sql("SELECT EXISTS (SELECT FROM pg_database WHERE datname = :name)")
                .param("name", DATABASE)
                .query(Boolean.class)
                .single();
        if (!exists) {
            jdbc.sql("CREATE DATABASE " + DATABASE).update();
        }
        return server.withDatabase(DATABASE);
    }

    /** As the owner role. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server cleanly and frees the folder. */
    @Override
    public void close() {
        try {
            cluster.stop();
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded database does not stop", failed);
        }
    }
}
