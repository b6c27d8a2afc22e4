package org.throughline.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that the build carries along, unpacked once per version beside the data. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}; unpacked into {@code parent} if it is not there yet. Safe when several
     * processes ask at the same time: the finished folder appears in one step.
     *
     * @throws IllegalStateException if this build carries no PostgreSQL for this machine
     */
    static Path unpackedIn(Path parent) {
        var archive = "/postgres-%s.txz".formatted(platform());
        try (var packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IllegalStateException(
                        "This build carries no PostgreSQL for %s. Set THROUGHLINE_DB=postgresql://user:password@host:port/database to use an installed one (15 or newer)."
                                .formatted(platform()));
            }
            var home = parent.resolve("postgresql-" + versionMark(archive));
            if (!Files.exists(home)) {
                unpack(packed, parent, home);
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + parent, failed);
        }
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var name = system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "windows" : "linux";
        var processor = machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64";
        return name + "-" + processor;
    }

    /** Distinguishes one packed version from another without unpacking it: its size. */
    private static String versionMark(String archive) throws IOException {
        var url = PostgresBinaries.class.getResource(archive);
        if (url == null) {
            throw new IOException(archive + " is missing");
        }
        return Long.toString(url.openConnection().getContentLengthLong(), Character.MAX_RADIX);
    }

    private static void unpack(InputStream packed, Path parent, Path home) throws IOException {
        Files.createDirectories(parent);
        var unfinished = Files.createTempDirectory(parent, "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, permissions(0755));
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException raced) {
            delete(unfinished);
            if (!Files.exists(home)) {
                throw raced;
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("Entry outside its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode() & 0777));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        var all = PosixFilePermission.values(); // owner read … others execute, from the highest bit down
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }

    /** Deletes a folder and all it holds. */
    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
