package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.kernel.Identity;

@SpringJUnitConfig(DatabaseForTests.class)
@ExtendWith(SystemActs.class)
class RememberedTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseAddress address;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Changes changes;

    private final AtomicInteger computed = new AtomicInteger();
    private Remembered<List<String>> remembered;

    @BeforeEach
    void two_tables() {
        new JdbcTemplate(address.dataSource()).execute("""
                DROP SCHEMA IF EXISTS remembered CASCADE;
                CREATE SCHEMA remembered;
                CREATE TABLE remembered.part (id uuid PRIMARY KEY, name text NOT NULL);
                SELECT platform.guard('remembered', 'part');
                CREATE TABLE remembered.note (id uuid PRIMARY KEY, name text NOT NULL);
                SELECT platform.guard('remembered', 'note');
                """);
        remembered = changes.remember(Set.of("remembered.note"));
    }

    @Test
    void a_value_is_computed_once_until_something_is_written() {
        insert("part", "bracket");
        assertThat(names()).containsExactly("bracket");
        assertThat(names()).containsExactly("bracket");
        assertThat(computed).hasValue(1);

        insert("part", "flange");

        assertThat(names()).containsExactly("bracket", "flange");
        assertThat(computed).hasValue(2);
    }

    @Test
    void a_table_that_does_not_matter_changes_nothing() {
        names();
        insert("note", "hello");
        names();
        assertThat(computed).hasValue(1);
    }

    @Test
    void another_basis_is_another_value() {
        remembered.get("all", "Monday", this::compute);
        remembered.get("all", "Tuesday", this::compute);
        assertThat(computed).hasValue(2);
    }

    @Test
    void a_transaction_sees_what_it_wrote_and_nobody_else_does() {
        insert("part", "bracket");
        names();

        transaction.executeWithoutResult(status -> {
            insert("part", "flange");
            assertThat(names()).containsExactly("bracket", "flange");
            assertThat(names()).containsExactly("bracket", "flange");
            assertThat(computed).hasValue(2);
            assertThat(elsewhere()).containsExactly("bracket");
            insert("part", "gear");
            assertThat(names()).containsExactly("bracket", "flange", "gear");
            status.setRollbackOnly();
        });

        assertThat(names()).containsExactly("bracket");
        assertThat(computed).hasValue(3);
    }

    @Test
    void what_a_savepoint_takes_back_is_not_remembered() {
        var nested = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(outer -> {
            insert("part", "bracket");
            nested.executeWithoutResult(inner -> {
                assertThat(names()).containsExactly("bracket");
                insert("part", "flange");
                assertThat(names()).containsExactly("bracket", "flange");
                inner.setRollbackOnly();
            });
            assertThat(names()).containsExactly("bracket");
            insert("part", "gear");
            assertThat(names()).containsExactly("bracket", "gear");
        });
        assertThat(names()).containsExactly("bracket", "gear");
    }

    @Test
    void a_transaction_that_commits_late_is_noticed() throws InterruptedException {
        var written = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var late = Thread.ofVirtual()
                .start(() -> As.system(() -> transaction.execute(status -> {
                    insert("part", "late");
                    written.countDown();
                    await(read);
                    return null;
                })));
        written.await();
        insert("part", "early");
        var before = names();
        read.countDown();
        late.join();

        assertThat(before).containsExactly("early");
        assertThat(names()).containsExactly("early", "late");
    }

    @Test
    void forgotten_marks_are_not_mistaken_for_no_change() {
        names();
        for (int i = 0; i < 1100; i++) {
            insert("note", "n" + i);
        }
        insert("part", "bracket");
        assertThat(names()).containsExactly("bracket");
        assertThat(jdbc.sql("SELECT count(*) FROM platform.change_mark")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1000);
    }

    @Test
    void after_a_crash_of_the_database_nothing_is_taken_for_true() {
        insert("part", "bracket");
        names();
        var owner = new JdbcTemplate(address.dataSource());
        owner.execute("TRUNCATE platform.change_mark, platform.change_floor"); // what recovery does to unlogged tables
        names();
        assertThat(computed).hasValue(2);
        for (int i = 0; i < 1100; i++) {
            insert("note", "n" + i);
        }
        names();
        names();
        assertThat(computed).hasValue(3);
    }

    private List<String> elsewhere() {
        var other = new java.util.concurrent.atomic.AtomicReference<List<String>>(List.of());
        var thread = Thread.ofVirtual()
                .start(() -> As.system(() -> {
                    other.set(names());
                    return null;
                }));
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return other.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> names() {
        return remembered.get("all", "today", this::compute);
    }

    private List<String> compute() {
        computed.incrementAndGet();
        return jdbc.sql("SELECT name FROM remembered.part ORDER BY name")
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private void insert(String table, String name) {
        jdbc.sql("INSERT INTO remembered.%s (id, name) VALUES (:id, :name)".formatted(table))
                .param("id", Identity.fresh())
                .param("name", name)
                .update();
    }
}
