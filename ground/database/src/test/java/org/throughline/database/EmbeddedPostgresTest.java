package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts, stops and kills real servers. */
class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".cache", "throughline");

    @TempDir
    Path data;

    @Test
    void data_is_kept_across_a_restart_and_the_password_is_nobody_elses() throws IOException {
        try (var first = EmbeddedPostgres.start(data, PROGRAMS, true, EmbeddedPostgresTest::silent)) {
            var jdbc = JdbcClient.create(first.address().dataSource());
            jdbc.sql("CREATE TABLE note (text text)").update();
            jdbc.sql("INSERT INTO note VALUES ('kept')").update();
        }
        try (var second = EmbeddedPostgres.start(data, PROGRAMS, true, EmbeddedPostgresTest::silent)) {
            var jdbc = JdbcClient.create(second.address().dataSource());
            assertThat(jdbc.sql("SELECT text FROM note").query(String.class).list())
                    .containsExactly("kept");
            assertThat(setting(jdbc, "fsync")).isEqualTo("on");
            assertThat(setting(jdbc, "data_checksums")).isEqualTo("on");
            assertThat(setting(jdbc, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(jdbc.sql("""
                            SELECT name FROM (VALUES ('张三'), ('阿明'), ('李四'), ('北京')) AS people (name) ORDER BY name
                            """).query(String.class).list()).containsExactly("阿明", "北京", "李四", "张三");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_process_is_kept_off_the_folder() {
        try (var first = EmbeddedPostgres.start(data, PROGRAMS, false, EmbeddedPostgresTest::silent)) {
            assertThat(first.address().host()).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, PROGRAMS, false, EmbeddedPostgresTest::silent))
                    .isInstanceOf(DataFolderRefused.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothing_acknowledged_is_lost_when_everything_is_killed(boolean databaseToo) throws Exception {
        var said = data.resolve("said.txt");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        while (acknowledged(said) < 200) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(20);
        }
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        process.destroyForcibly().waitFor();
        if (databaseToo) {
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
        }
        int acknowledged = acknowledged(said);

        try (var again = EmbeddedPostgres.start(data, PROGRAMS, true, EmbeddedPostgresTest::silent)) {
            int found = JdbcClient.create(again.address().dataSource())
                    .sql("SELECT count(*) FROM written WHERE number <= :acknowledged")
                    .param("acknowledged", acknowledged)
                    .query(Integer.class)
                    .single();
            assertThat(found).isEqualTo(acknowledged);
        }
    }

    /** How many numbers were said; the last line may be cut off by the kill. */
    private static int acknowledged(Path said) throws IOException {
        return (int) Files.readString(said)
                .chars()
                .filter(character -> character == '\n')
                .count();
    }

    private static void silent(String sentence) {}

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /** Writes numbers one by one, each in its own transaction, and says each after it is committed; until killed. */
    static final class WritingProcess {

        private WritingProcess() {}

        /** @param arguments the data folder */
        public static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), PROGRAMS, true, EmbeddedPostgresTest::silent);
            try (var connection = postgres.address().dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE written (number integer PRIMARY KEY)");
                for (int number = 1; number < 1_000_000; number++) {
                    statement.execute("INSERT INTO written VALUES (%d)".formatted(number));
                    System.out.println(number);
                    System.out.flush();
                }
            }
        }
    }
}
