package org.throughline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files of another system, by name without folder, in the order of their names. Read whole: the importers know sources
 * of some ten megabytes.
 */
public final class SourceFiles {

    private static final int DEPTH = 3;
    private static final long LIMIT_BYTES = 512L * 1024 * 1024;

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private SourceFiles() {}

    /**
     * All files of a folder, or of a zip, or the one file.
     *
     * @throws SourceRefused if it cannot be read, or is too large
     */
    public static SourceFiles at(Path path) {
        var found = new SourceFiles();
        try (var walk = Files.walk(path, DEPTH)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                found.add(name(file), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw SourceRefused.notReadable(String.valueOf(path));
        }
        return found;
    }

    /**
     * One uploaded file; a zip is unpacked.
     *
     * @throws SourceRefused if it cannot be unpacked, or is too large
     */
    public static SourceFiles of(String name, byte[] content) {
        var found = new SourceFiles();
        try {
            found.add(name, content);
        } catch (IOException unreadable) {
            throw SourceRefused.notReadable(name);
        }
        return found;
    }

    /** Names in order. */
    public Map<String, byte[]> all() {
        return Collections.unmodifiableSortedMap(files);
    }

    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private void add(String name, byte[] content) throws IOException {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            files.put(name, content);
            return;
        }
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, LIMIT_BYTES - unpacked + 1));
                    unpacked += bytes.length;
                    if (unpacked > LIMIT_BYTES) {
                        throw SourceRefused.notReadable(name);
                    }
                    files.put(name(Path.of(entry.getName())), bytes);
                }
            }
        }
    }

    private static String name(Path path) {
        @Nullable Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }
}
