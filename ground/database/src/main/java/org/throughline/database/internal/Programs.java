package org.throughline.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.throughline.database.DataFolderRefused;

/**
 * Runs the PostgreSQL programs. They refuse to run as root; then they are run in a user namespace, or where that is
 * forbidden as the user nobody, by whatever command this machine has for that.
 */
final class Programs {

    /** For root, best first: as whom the programs are run, and the words before their own. */
    private static final List<Way> WAYS = List.of(
            new Way("root", "unshare", "-U"),
            new Way(
                    "nobody",
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "--inh-caps=-all",
                    "--no-new-privs"),
            new Way("nobody", "runuser", "-u", "nobody", "--"),
            new Way("nobody", "su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", "nobody"));

    private final Path home;
    private final Way way;

    /** @param home the folder that holds {@code bin} */
    Programs(Path home) throws IOException {
        this.home = home;
        this.way = isRoot() ? wayOfRoot() : new Way(System.getProperty("user.name"));
    }

    private record Way(String owner, List<String> words) {

        Way(String owner, String... words) {
            this(owner, List.of(words));
        }

        List<String> before(String... command) {
            var whole = new ArrayList<>(words);
            whole.addAll(List.of(command));
            return whole;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Way wayOfRoot() throws IOException {
        for (var way : WAYS) {
            try {
                if (run(way.before("true")).ended(0)) {
                    return way;
                }
            } catch (IOException missing) { // this machine has no such command
            }
        }
        throw DataFolderRefused.rootOnly();
    }

    /**
     * Nobody must get into the folder, where nobody runs the server.
     *
     * @throws DataFolderRefused if a folder above it is closed
     */
    void requireReachable(Path folder) throws IOException {
        if (!run(way.before("test", "-x", folder.toString())).ended(0)) {
            throw DataFolderRefused.closed(folder, way.owner());
        }
    }

    /** What a program said and how it ended. */
    record Outcome(int code, String said) {
        boolean ended(int expected) {
            return code == expected;
        }
    }

    /**
     * Runs {@code bin/<program>} to its end.
     *
     * @throws IllegalStateException if it does not end with 0; the message holds what it said
     */
    void run(String program, String... arguments) throws IOException {
        var command = way.before(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var outcome = run(command);
        if (!outcome.ended(0)) {
            throw new IllegalStateException("%s ended with %d:%n%s".formatted(program, outcome.code(), outcome.said()));
        }
    }

    /** Makes an empty folder that the server may use, and nobody else. */
    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        run(List.of("chmod", "700", folder.toString()));
        own(folder);
    }

    /** Gives the folder or file to the user as whom the server runs, if it belongs to another. */
    void own(Path folder) throws IOException {
        if (isRoot()
                && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(way.owner())) {
            var outcome = run(List.of("chown", "-R", way.owner(), folder.toString()));
            if (!outcome.ended(0)) {
                throw new IOException(outcome.said());
            }
        }
    }

    /** Sends a signal, e.g. {@code INT}; a process that is gone already is no error. */
    static void signal(long process, String name) throws IOException {
        run(List.of("sh", "-c", "kill -%s %d 2>/dev/null || true".formatted(name, process)));
    }

    private static Outcome run(List<String> command) throws IOException {
        var output = Files.createTempFile("throughline-", ".out"); // a file: a server's child would keep a pipe open
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " does not end");
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
