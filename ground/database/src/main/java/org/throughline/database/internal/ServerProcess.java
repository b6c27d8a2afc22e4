package org.throughline.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the operating system knows of the server processes that work on one data folder. Where there is no {@code /proc}
 * (macOS), only the process in {@code postmaster.pid} is known.
 */
final class ServerProcess {

    private static final Path PROC = Path.of("/proc");

    private ServerProcess() {}

    /** The process that {@code postmaster.pid} names, or -1 if there is no such file. */
    static long postmaster(Path folder) throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return -1;
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    }

    /** The port that {@code postmaster.pid} names, or -1 if it does not say. */
    static int port(Path folder) throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return -1;
        }
        var lines = Files.readAllLines(file);
        return lines.size() < 4 || lines.get(3).isBlank()
                ? -1
                : Integer.parseInt(lines.get(3).strip());
    }

    /** Whether the process runs; a zombie that nobody reaped does not. */
    static boolean runs(long process) throws IOException {
        if (process <= 0
                || ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false) == false) {
            return false;
        }
        var stat = PROC.resolve(process + "/stat");
        if (!Files.exists(stat)) {
            return !Files.isDirectory(PROC);
        }
        var text = Files.readString(stat, StandardCharsets.ISO_8859_1);
        return text.charAt(text.lastIndexOf(')') + 2) != 'Z';
    }

    /** Whether the process is a PostgreSQL server on this folder, and not a stranger that was given the same number. */
    static boolean isPostmasterOf(long process, Path folder) throws IOException {
        var commandLine = PROC.resolve(process + "/cmdline");
        if (Files.exists(commandLine)) {
            return Files.readString(commandLine, StandardCharsets.UTF_8).contains(folder.toString());
        }
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    /** Running processes whose working folder is this data folder: backends that outlived their killed postmaster. */
    static List<Long> workingIn(Path folder) throws IOException {
        var found = new ArrayList<Long>();
        if (!Files.isDirectory(PROC)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var process : processes) {
                long number = Long.parseLong(process.getFileName().toString());
                if (worksIn(process, folder) && runs(number)) {
                    found.add(number);
                }
            }
        }
        return found;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException gone) {
            return false; // ended meanwhile, or another user's
        }
    }
}
