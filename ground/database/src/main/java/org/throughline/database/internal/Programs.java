package org.throughline.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the PostgreSQL programs. They refuse to run as root; then they are run in a user namespace, or where that is
 * forbidden as the user nobody.
 */
final class Programs {

    private final Path home;
    private final List<String> prefix;
    private final String owner;

    /** @param home the folder that holds {@code bin} */
    Programs(Path home) throws IOException {
        this.home = home;
        if (!"root".equals(System.getProperty("user.name"))) {
            prefix = List.of();
            owner = System.getProperty("user.name");
        } else if (run(List.of("unshare", "-U", "true"), "").ended(0)) {
            prefix = List.of("unshare", "-U");
            owner = "root";
        } else {
            prefix = List.of(
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "--inh-caps=-all",
                    "--no-new-privs");
            owner = "nobody";
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
    void run(String program, String input, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var outcome = run(command, input);
        if (!outcome.ended(0)) {
            throw new IllegalStateException("%s ended with %d:%n%s".formatted(program, outcome.code(), outcome.said()));
        }
    }

    /** Makes an empty folder that the server may use, and nobody else. */
    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        run(List.of("chmod", "700", folder.toString()), "");
        own(folder);
    }

    /** Gives the folder to the user as whom the server runs, if it belongs to another. */
    void own(Path folder) throws IOException {
        if ("root".equals(System.getProperty("user.name"))
                && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(owner)) {
            var outcome = run(List.of("chown", "-R", owner, folder.toString()), "");
            if (!outcome.ended(0)) {
                throw new IOException(outcome.said());
            }
        }
    }

    /** Sends a signal, e.g. {@code INT}; a process that is gone already is no error. */
    static void signal(long process, String name) throws IOException {
        run(List.of("sh", "-c", "kill -%s %d 2>/dev/null || true".formatted(name, process)), "");
    }

    private static Outcome run(List<String> command, String input) throws IOException {
        var output = Files.createTempFile("throughline-", ".out"); // a file: a server's child would keep a pipe open
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
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
