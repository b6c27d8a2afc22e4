package org.throughline.database.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Consumer;

/** One PostgreSQL data folder and the server on it. The caller holds the {@link FolderLock}. */
public final class Cluster {

    /** The owner role of an embedded server. */
    public static final String OWNER = "throughline";

    private static final int STARTING_UP_WITHOUT_PID_SECONDS = 20;

    private final Path folder;
    private final Path passwordFile;
    private final Programs programs;
    private final Consumer<String> progress;
    private int port;

    /**
     * @param data     the data folder; the server's files go to {@code data/postgres}
     * @param binaries where the programs are unpacked
     * @param progress is told what takes long, in one sentence each
     */
    public Cluster(Path data, Path binaries, Consumer<String> progress) throws IOException {
        this.folder = data.toAbsolutePath().normalize().resolve("postgres");
        this.passwordFile = folder.resolveSibling("postgres.password");
        this.programs = new Programs(PostgresBinaries.unpackedIn(binaries.toAbsolutePath()));
        this.progress = progress;
        programs.requireReachable(data.toAbsolutePath().normalize());
    }

    /** Only on loopback; known after {@link #start}. */
    public int port() {
        return port;
    }

    public String password() throws IOException {
        return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
    }

    /** Creates the server's files if there are none. A creation that was interrupted is begun anew. */
    public void createIfMissing() throws IOException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            programs.own(folder);
            return;
        }
        progress.accept("Creating the database in " + folder);
        var unfinished = folder.resolveSibling("postgres.unfinished");
        if (Files.exists(unfinished)) {
            PostgresBinaries.delete(unfinished);
        }
        programs.makeFolder(unfinished);
        writeSecret(passwordFile, freshPassword());
        var forServer = passwordFile.resolveSibling("postgres.password.unfinished"); // its user may not read ours
        try {
            writeSecret(forServer, password() + "\n");
            programs.own(forServer);
            initialise(unfinished, forServer);
        } finally {
            Files.deleteIfExists(forServer);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path unfinished, Path password) throws IOException {
        programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + OWNER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=zh-Hans-CN",
                "--data-checksums",
                "--no-sync");
    }

    private static String freshPassword() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }

    /**
     * Ends what an earlier process left behind on this folder: an orphan server is stopped, backends without a server are
     * awaited, and a {@code postmaster.pid} of a dead process or a zombie is removed.
     */
    public void clearAway() throws IOException {
        long orphan = ServerProcess.postmaster(folder);
        if (orphan > 0 && ServerProcess.runs(orphan) && ServerProcess.isPostmasterOf(orphan, folder)) {
            progress.accept("Stopping the database server that an earlier run left behind");
            stop();
        }
        for (int tick = 0; !ServerProcess.workingIn(folder).isEmpty(); tick++) {
            if (tick == 50) { // they end by themselves when their server is gone, unless a long query holds them
                for (long process : ServerProcess.workingIn(folder)) {
                    Programs.signal(process, "QUIT");
                }
            }
            pause(100);
        }
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    /**
     * Starts the server on a free port and waits until it answers, however long a recovery takes.
     *
     * @param durable false only for tests: a power failure may destroy the data
     */
    public void start(boolean durable) throws IOException {
        port = freePort();
        var log = folder.resolve("server.log");
        programs.run(
                "pg_ctl", "--pgdata=" + folder, "--no-wait", "--log=" + log, "--options=" + options(durable), "start");
        awaitAnswer(log);
    }

    private String options(boolean durable) {
        return String.join(
                " ",
                "-c listen_addresses=127.0.0.1",
                "-c port=" + port,
                "-c unix_socket_directories=",
                "-c fsync=" + (durable ? "on" : "off"),
                "-c full_page_writes=" + (durable ? "on" : "off"),
                "-c synchronous_commit=" + (durable ? "on" : "off"),
                "-c max_connections=100",
                "-c shared_buffers=128MB",
                "-c work_mem=16MB",
                "-c maintenance_work_mem=128MB",
                "-c max_wal_size=2GB",
                "-c random_page_cost=1.1",
                "-c jit=off",
                "-c timezone=UTC",
                "-c log_timezone=UTC",
                "-c logging_collector=" + (durable ? "on" : "off"),
                "-c log_directory=log",
                "-c log_filename=postgresql-%a.log",
                "-c log_truncate_on_rotation=on",
                "-c log_rotation_age=1d");
    }

    private void awaitAnswer(Path log) throws IOException {
        int withoutProcess = 0;
        for (int tick = 0; ; tick++) {
            if (answers()) {
                return;
            }
            long process = ServerProcess.postmaster(folder);
            withoutProcess = ServerProcess.runs(process) ? 0 : withoutProcess + 1;
            if (withoutProcess > STARTING_UP_WITHOUT_PID_SECONDS * 20 || (process > 0 && withoutProcess > 20)) {
                throw new IllegalStateException("The database server does not start:\n" + end(log));
            }
            if (tick > 0 && tick % 100 == 0) {
                progress.accept("The database server recovers its data (%d s)".formatted(tick / 20));
            }
            pause(50);
        }
    }

    private boolean answers() throws IOException {
        var login = new Properties();
        login.setProperty("user", OWNER);
        login.setProperty("password", password());
        try (var connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), login)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            if ("28P01".equals(notYet.getSQLState())) {
                throw new IllegalStateException(
                        "The database refuses the password in %s.".formatted(passwordFile), notYet);
            }
            return false;
        }
    }

    /** Stops the server: no new work, open work is rolled back, everything is written. Waits until it is gone. */
    public void stop() throws IOException {
        long process = ServerProcess.postmaster(folder);
        if (process <= 0) {
            return;
        }
        Programs.signal(process, "INT");
        for (int tick = 0; ServerProcess.runs(process); tick++) {
            if (tick == 600) {
                Programs.signal(process, "QUIT"); // after a minute; the next start recovers
            }
            pause(50);
        }
    }

    /** The port of the server that runs on this folder now, or -1. */
    public static int portOfRunning(Path data) throws IOException {
        var folder = data.toAbsolutePath().normalize().resolve("postgres");
        return ServerProcess.runs(ServerProcess.postmaster(folder)) ? ServerProcess.port(folder) : -1;
    }

    /** The owner's password of the server in this data folder. */
    public static String passwordIn(Path data) throws IOException {
        return Files.readString(data.resolve("postgres.password"), StandardCharsets.UTF_8)
                .strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String end(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(it wrote no log)";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static void pause(int milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
