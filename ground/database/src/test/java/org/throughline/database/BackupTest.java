package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {

    @TempDir
    Path folder;

    @Test
    void everything_comes_back_with_own_fields_numbers_and_guards() {
        var address = migrated();
        var owner = new JdbcTemplate(address.dataSource());
        owner.execute("""
                CREATE TABLE platform.test_parent (id uuid PRIMARY KEY, name text, parent_id uuid);
                ALTER TABLE platform.test_parent ADD FOREIGN KEY (parent_id) REFERENCES platform.test_parent;
                CREATE TABLE platform.test_child (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), number bigserial,
                    parent_id uuid NOT NULL REFERENCES platform.test_parent,
                    made_name text GENERATED ALWAYS AS ('made of ' || number) STORED);
                SELECT platform.guard('platform', 'test_parent');
                SELECT platform.guard('platform', 'test_child');
                ALTER TABLE platform.test_parent ADD COLUMN x_colour text;
                SELECT set_config('throughline.organisation', '00000000-0000-7000-8000-000000000001', false);
                INSERT INTO platform.test_parent (id, name, x_colour) VALUES (gen_random_uuid(), E'a\\ttab 贯通', 'red');
                INSERT INTO platform.test_child (parent_id) SELECT id FROM platform.test_parent;
                """);
        var before = content(address);
        var file = folder.resolve("backup.zip");

        var written = new Backup(address).write(file);
        owner.execute("DELETE FROM platform.test_child; DELETE FROM platform.test_parent;"
                + " ALTER TABLE platform.test_parent DROP COLUMN x_colour");
        var read = new Backup(address).restore(file);

        assertThat(read).isEqualTo(written);
        assertThat(content(address)).isEqualTo(before);
        owner.execute("SELECT set_config('throughline.organisation', '00000000-0000-7000-8000-000000000001', false);"
                + " INSERT INTO platform.test_child (parent_id) SELECT id FROM platform.test_parent");
        assertThat(owner.queryForList("SELECT number FROM platform.test_child ORDER BY number", Long.class))
                .containsExactly(1L, 2L);
        assertThat(owner.queryForObject(
                        "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'test_child'", Boolean.class))
                .isTrue();
        assertThatThrownBy(() -> owner.execute("DELETE FROM platform.test_parent"))
                .as("references are checked again")
                .hasMessageContaining("test_child");
    }

    @Test
    void a_file_that_is_no_complete_backup_is_refused_and_changes_nothing() throws IOException {
        var address = migrated();
        var file = Files.writeString(folder.resolve("some.txt"), "no backup");

        assertThatThrownBy(() -> new Backup(address).restore(file))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("database.not-a-backup"));
        assertThat(JdbcClient.create(address.dataSource())
                        .sql("SELECT count(*) FROM platform.organisation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static DatabaseAddress migrated() {
        var address = TestDatabase.fresh();
        new Migrations(address.dataSource(), List.of()).run();
        return address;
    }

    private static List<String> content(DatabaseAddress address) {
        return JdbcClient.create(address.dataSource())
                .sql("""
                SELECT p.name || p.x_colour || c.number || c.id || c.made_name || (SELECT count(*) FROM platform.audit_entry)
                  FROM platform.test_child c
                  JOIN platform.test_parent p ON p.id = c.parent_id
                 ORDER BY c.number
                """)
                .query((row, index) -> row.getString(1))
                .list();
    }
}
