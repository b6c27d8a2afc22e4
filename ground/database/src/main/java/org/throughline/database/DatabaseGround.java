package org.throughline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;

/**
 * The running product's database: the embedded one in {@code throughline.data}, or the one that {@code THROUGHLINE_DB}
 * names. Tests use {@code DatabaseForTests} instead.
 */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseDoors.class)
public class DatabaseGround {

    private static final int LARGEST_POOL = 24;

    @Bean
    Schema platformSchema() {
        return Schema.PLATFORM;
    }

    @Bean
    PlantClock clock(@Value("${throughline.zone:Asia/Shanghai}") String zone) {
        return new PlantClock(ZoneId.of(zone));
    }

    @Bean(destroyMethod = "close")
    Database database(
            @Value("${throughline.data:data}") String data,
            @Value("${THROUGHLINE_DB:}") String external,
            @Value("${throughline.attach:false}") boolean attach) {
        var log = LoggerFactory.getLogger(EmbeddedPostgres.class);
        if (!external.isBlank()) {
            var address = DatabaseAddress.parse(external);
            address.check().ifPresent(log::warn);
            return Database.external(address);
        }
        var running = attach ? EmbeddedPostgres.running(Path.of(data)) : Optional.<DatabaseAddress>empty();
        return running.map(Database::external)
                .orElseGet(() -> Database.embedded(EmbeddedPostgres.start(Path.of(data), log::info)));
    }

    @Bean
    DatabaseAddress databaseAddress(Database database) {
        return database.address();
    }

    @Bean
    Migrations migrations(DatabaseAddress address, List<Schema> schemas) {
        var migrations = new Migrations(address.dataSource(), schemas);
        migrations.run();
        return migrations;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource pool(Database database, Migrations migrated) {
        Objects.requireNonNull(migrated);
        var address = database.address();
        var settings = new HikariConfig();
        settings.setPoolName("throughline");
        settings.setJdbcUrl(address.jdbcUrl());
        settings.setMaximumPoolSize(LARGEST_POOL);
        settings.setMinimumIdle(2);
        settings.addDataSourceProperty("ApplicationName", "throughline");
        settings.addDataSourceProperty("reWriteBatchedInserts", true); // one statement, one audit trigger for many rows
        if (database.isEmbedded()) {
            settings.setUsername(Migrations.APPLICATION_ROLE);
            settings.setPassword(freshPassword(address));
        } else {
            settings.setUsername(address.user());
            settings.setPassword(address.password());
            settings.setConnectionInitSql("SET ROLE " + Migrations.APPLICATION_ROLE);
        }
        return new HikariDataSource(settings);
    }

    /** The application logs in as its own role, with a password that lives as long as this process. */
    private static String freshPassword(DatabaseAddress owner) {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        JdbcClient.create(owner.dataSource())
                .sql("ALTER ROLE throughline_app LOGIN PASSWORD '%s'".formatted(password))
                .update();
        return password;
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool, Clock clock) {
        return new ActorDataSource(pool, Actor::currentOrNull, () -> PlantClock.isStanding() ? clock.instant() : null);
    }

    @Bean
    EmptyHouse emptyHouse(DatabaseAddress address, Migrations migrations) {
        return new EmptyHouse(address, migrations);
    }

    @Bean
    Notifications notifications(DatabaseAddress address) {
        return new Notifications(address.dataSource());
    }

    /** The server in use, and whether it is ours to stop. */
    record Database(DatabaseAddress address, @Nullable EmbeddedPostgres server) implements AutoCloseable {

        static Database embedded(EmbeddedPostgres server) {
            return new Database(server.address(), server);
        }

        static Database external(DatabaseAddress address) {
            return new Database(address, null);
        }

        boolean isEmbedded() {
            return server != null;
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}
