package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server with ordinary roles, as an administrator would hand it over. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExternalPostgresTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".cache", "throughline");

    @TempDir
    static Path data;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void ordinaryRoles() {
        server = EmbeddedPostgres.start(data, PROGRAMS, false, sentence -> {});
        var jdbc = JdbcClient.create(server.address().dataSource());
        jdbc.sql("CREATE ROLE plain LOGIN PASSWORD 'p@ss/1'").update();
        jdbc.sql("CREATE ROLE maker LOGIN PASSWORD 'maker' CREATEROLE").update();
        jdbc.sql("CREATE DATABASE of_plain OWNER plain").update();
        jdbc.sql("CREATE DATABASE of_maker OWNER maker").update();
        jdbc.sql("CREATE DATABASE by_code OWNER plain TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'")
                .update();
        jdbc.sql(
                        "CREATE DATABASE old_text OWNER plain TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
                .update();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DatabaseAddress at(String database, String login) {
        return DatabaseAddress.parse("postgresql://%s@127.0.0.1:%d/%s"
                .formatted(login, server.address().port(), database));
    }

    @Test
    @Order(0)
    void what_is_missing_is_said_before_anything_is_written() {
        assertRefused(at("of_plain", "plain:wrong"), "database.login");
        assertRefused(at("nowhere", "plain:p%40ss%2F1"), "database.missing");
        assertRefused(at("of_maker", "plain:p%40ss%2F1"), "database.may-not-create");
        assertRefused(at("old_text", "plain:p%40ss%2F1"), "database.encoding");
        assertRefused(new DatabaseAddress("127.0.0.1", 1, "x", "x", "x", ""), "database.unreachable");
        assertThat(at("by_code", "plain:p%40ss%2F1").check())
                .hasValueSatisfying(warning -> assertThat(warning).contains("拼音"));
        assertThat(at("of_plain", "plain:p%40ss%2F1").check()).isEmpty();
    }

    @Test
    @Order(3)
    void an_unreadable_address_is_refused_without_repeating_its_password() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://fac tory:secret@127.0.0.1"))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    @Order(1)
    void a_role_that_may_not_make_roles_is_told_what_the_administrator_must_do() {
        var plain = at("of_plain", "plain:p%40ss%2F1");
        var migrations = new Migrations(plain.dataSource(), List.of());
        assertThatThrownBy(migrations::run)
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("database.application-role"));
        var administrator = JdbcClient.create(server.address().dataSource());
        administrator.sql("CREATE ROLE throughline_app NOLOGIN").update();
        administrator.sql("GRANT throughline_app TO plain").update();
        migrations.run();
        assertThat(migrations.versions()).containsKey("platform");
        administrator.sql("DROP OWNED BY throughline_app").update();
        administrator.sql("DROP DATABASE of_plain").update();
        administrator.sql("DROP ROLE throughline_app").update();
    }

    @Test
    @Order(2)
    void a_role_that_may_make_roles_makes_the_applications_role_and_takes_it_on() {
        var maker = at("of_maker", "maker:maker");
        new Migrations(maker.dataSource(), List.of()).run();
        new Migrations(maker.dataSource(), List.of()).run();
        var jdbc = JdbcClient.create(maker.dataSource());
        jdbc.sql("SET ROLE throughline_app").update();
        assertThatThrownBy(() -> new EmptyHouse(maker, new Migrations(maker.dataSource(), List.of())).bringBack())
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("database.may-not-create-databases"));
    }

    private static void assertRefused(DatabaseAddress address, String code) {
        assertThatThrownBy(address::check)
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
