package org.throughline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
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
     * @throws BackupRefused if the live tables have columns that the migrations do not make
     */
    public void bringBack() {
        var name = "empty_" + UUID.randomUUID().toString().replace("-", "");
        var server = JdbcClient.create(address.dataSource());
        server.sql("CREATE DATABASE " + name).update();
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
}
