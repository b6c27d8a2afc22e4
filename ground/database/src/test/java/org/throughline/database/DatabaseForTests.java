package org.throughline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.Actor;

/**
 * A migrated database, transactions and a standing clock for the tests of one module on real PostgreSQL.
 *
 * <pre>{@code
 * @SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class, OrderRoom.class})
 * @ExtendWith(SystemActs.class)          // use cases may ask Actor.current(); or As.person(…, () -> …) per call
 * class PlaceOrderTest {
 *     @Autowired PlaceOrder placeOrder;
 *     @Autowired JdbcClient jdbc;        // the application's role: row-level security and audit are on
 *     @Autowired TestClock clock;        // Monday 2026-11-23, 08:00 in Shanghai; inject Clock in production code
 * }
 * }</pre>
 *
 * <p>Every Spring context has its own fresh database, migrated for the {@link Schema} beans of the configurations
 * named; classes with the same configurations share it, so a test makes its own rows (or is {@code @Transactional} and
 * rolled back). Where no actor is set, the database is told the system acts. Give {@code THROUGHLINE_TEST_DB} to use a
 * running server instead of an embedded one.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@EnableAspectJAutoProxy(proxyTargetClass = true)
@Import(DatabaseDoors.class)
public class DatabaseForTests {

    @Bean
    DatabaseAddress databaseAddress() {
        return TestDatabase.fresh();
    }

    @Bean
    Migrations migrations(DatabaseAddress address, List<Schema> schemas) {
        var migrations = new Migrations(address.dataSource(), schemas);
        migrations.run();
        return migrations;
    }

    @Bean
    Schema platformSchema() {
        return Schema.PLATFORM;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource pool(DatabaseAddress address, Migrations migrated) {
        Objects.requireNonNull(migrated);
        var settings = new HikariConfig();
        settings.setJdbcUrl(address.jdbcUrl());
        settings.setUsername(address.user());
        settings.setPassword(address.password());
        settings.setMaximumPoolSize(10);
        settings.setMinimumIdle(1);
        settings.setConnectionInitSql("SET ROLE " + Migrations.APPLICATION_ROLE);
        settings.addDataSourceProperty("reWriteBatchedInserts", true);
        return new HikariDataSource(settings);
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool, TestClock clock) {
        return new ActorDataSource(
                pool, () -> Objects.requireNonNullElseGet(Actor.currentOrNull(), Actor::system), clock::instant);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(DataSource dataSource) {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(JdbcTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    Notifications notifications(DatabaseAddress address) {
        return new Notifications(address.dataSource());
    }

    @Bean
    TestClock clock() {
        return new TestClock(ZoneId.of("Asia/Shanghai"));
    }
}
