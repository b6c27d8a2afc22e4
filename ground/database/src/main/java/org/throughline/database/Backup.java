package org.throughline.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.throughline.database.internal.TableCatalogue;
import org.throughline.database.internal.TableCatalogue.Table;

/**
 * All rows of all modules in one file, and back. The file is a zip: {@code manifest} names each schema's version and each
 * table's columns, then one entry per table in PostgreSQL's COPY text form, and the sequences. Written from one snapshot
 * and restored in one transaction, beside a running server.
 */
public final class Backup {

    private static final String MANIFEST = "manifest.txt";
    private static final String END = "end.txt";
    private static final String FIRST_LINE = "throughline-backup 1";

    private final DatabaseAddress address;

    /** @param address as the owner role */
    public Backup(DatabaseAddress address) {
        this.address = address;
    }

    /** How much was copied. */
    public record Copied(int tables, long rows) {}

    /**
     * Writes everything that is committed now; the file appears when it is complete.
     *
     * @param file replaced if it exists
     */
    public Copied write(Path file) {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var connection = address.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Copied copied;
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                copied = write(connection, zip);
            }
            connection.rollback();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return copied;
        } catch (SQLException failed) {
            throw new IllegalStateException("The backup into %s failed.".formatted(file), failed);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(file), failed);
        }
    }

    private static Copied write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        var catalogue = new TableCatalogue(connection);
        var tables = catalogue.tables();
        text(zip, MANIFEST, manifest(catalogue.versions(), tables.values()));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        for (var table : tables.values()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.name()));
            rows += copy.copyOut("COPY %s (%s) TO STDOUT".formatted(table.quoted(), table.columnList()), open(zip));
            zip.closeEntry();
        }
        var sequences = new StringBuilder();
        catalogue
                .sequences()
                .forEach((name, value) ->
                        sequences.append(name).append(' ').append(value).append('\n'));
        text(zip, "sequences.txt", sequences.toString());
        text(zip, END, "%d tables, %d rows%n".formatted(tables.size(), rows));
        return new Copied(tables.size(), rows);
    }

    /** The driver closes what it writes to; the zip must stay open for the next entry. */
    private static OutputStream open(ZipOutputStream zip) {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static String manifest(Map<String, String> versions, Iterable<Table> tables) {
        var manifest = new StringBuilder(FIRST_LINE).append('\n');
        versions.forEach((schema, version) -> manifest.append("schema ")
                .append(schema)
                .append(' ')
                .append(version)
                .append('\n'));
        for (var table : tables) {
            manifest.append("table ").append(table.name());
            table.columns()
                    .forEach((column, type) ->
                            manifest.append('\t').append(column).append('\t').append(type));
            manifest.append('\n');
        }
        return manifest.toString();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /**
     * Replaces everything by what the file holds. Work that is going on waits or is refused for as long as it takes; if
     * anything fails nothing is changed.
     *
     * @throws BackupRefused if the file is no complete backup, or was written by another version
     */
    public Copied restore(Path file) {
        try (var zip = new ZipFile(file.toFile());
                var connection = address.dataSource().getConnection()) {
            if (zip.getEntry(END) == null || zip.getEntry(MANIFEST) == null) {
                throw BackupRefused.notABackup(file);
            }
            connection.setAutoCommit(false);
            var copied = restore(connection, zip, file);
            connection.commit();
            return copied;
        } catch (ZipException broken) {
            throw BackupRefused.notABackup(file);
        } catch (SQLException failed) {
            throw new IllegalStateException("The restore from %s failed; nothing was changed.".formatted(file), failed);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file %s cannot be read.".formatted(file), failed);
        }
    }

    private static Copied restore(Connection connection, ZipFile zip, Path file) throws SQLException, IOException {
        var catalogue = new TableCatalogue(connection);
        var manifest = Manifest.read(text(zip, MANIFEST), file);
        manifest.versions.forEach((schema, version) -> {
            var here = catalogue.versions().getOrDefault(schema, "none");
            if (!here.equals(version)) {
                throw BackupRefused.otherVersion(schema, version, here);
            }
        });
        catalogue.addOwnFields(manifest.tables);
        catalogue.beginReplacing();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        for (var table : manifest.tables.values()) {
            var entry = zip.getEntry("tables/" + table.name());
            if (entry == null) {
                throw BackupRefused.notABackup(file);
            }
            try (var in = new BufferedInputStream(zip.getInputStream(entry))) {
                rows += copy.copyIn("COPY %s (%s) FROM STDIN".formatted(table.quoted(), table.columnList()), in);
            }
        }
        catalogue.setSequences(text(zip, "sequences.txt"));
        catalogue.endReplacing();
        return new Copied(manifest.tables.size(), rows);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the file says about itself. */
    private record Manifest(Map<String, String> versions, Map<String, Table> tables) {

        static Manifest read(String text, Path file) {
            var lines = text.lines().toList();
            if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
                throw BackupRefused.notABackup(file);
            }
            var versions = new TreeMap<String, String>();
            var tables = new LinkedHashMap<String, Table>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.startsWith("schema ")) {
                    int space = line.lastIndexOf(' ');
                    versions.put(line.substring("schema ".length(), space), line.substring(space + 1));
                } else if (line.startsWith("table ")) {
                    var table = Table.parse(line.substring("table ".length()));
                    tables.put(table.name(), table);
                }
            }
            return new Manifest(versions, tables);
        }
    }
}
