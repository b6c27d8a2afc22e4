package org.throughline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings back the state of a first start, whatever was entered since: a second, empty database is migrated on the same
 * server, and its content is restored into the live one in one transaction. What a migration seeds is there again, and
 * nothing else.
 */
public final class EmptyHouse {

    private final DatabaseAddress address;
    private final Migrations migrations;

    /** @param address as the owner role, which may create databases */
    public EmptyHouse(DatabaseAddress address, Migrations migrations) {
        this.address = address;
        this.migrations = migrations;
    }

    /**
     * Replaces everything, accounts included, by the state of a first start. If anything fails nothing is changed.
     *
     * @throws DatabaseRefused if the owner role may not create databases
     * @throws BackupRefused if the live tables have columns that the migrations do not make
     */
    public void bringBack() {
        var name = "empty_" + UUID.randomUUID().toString().replace("-", "");
        var server = JdbcClient.create(address.dataSource());
        create(server, name);
        try {
            var empty = address.withDatabase(name);
            new Migrations(empty.dataSource(), migrations.schemas()).run();
            var file = Files.createTempFile("throughline-empty", ".zip");
            try {
                new Backup(empty).write(file);
                new Backup(address).restore(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The empty state cannot be written.", failed);
        } finally {
            server.sql("DROP DATABASE IF EXISTS " + name).update();
        }
    }

    private void create(JdbcClient server, String name) {
        try {
            server.sql("CREATE DATABASE %s".formatted(name)).update();
        } catch (DataAccessException refused) {
            if (refused.getMostSpecificCause() instanceof SQLException cause && "42501".equals(cause.getSQLState())) {
                throw DatabaseRefused.mayNotCreateDatabases(address.user());
            }
            throw refused;
        }
    }
}
