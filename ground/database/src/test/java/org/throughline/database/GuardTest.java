package org.throughline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;

@SpringJUnitConfig(DatabaseForTests.class)
class GuardTest {

    private static final UUID CUSTOMER = Identity.fresh();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseAddress address;

    @BeforeEach
    void a_guarded_table() {
        new JdbcTemplate(address.dataSource()).execute("""
                DROP SCHEMA IF EXISTS plant CASCADE;
                CREATE SCHEMA plant;
                CREATE TABLE plant.part (id uuid PRIMARY KEY, name text NOT NULL, secret text, customer_id uuid,
                                         version integer NOT NULL DEFAULT 0);
                SELECT platform.guard('plant', 'part', '{secret}');
                SELECT platform.guard_partner('plant', 'part', 'customer_id');
                CREATE TABLE plant.step (id uuid PRIMARY KEY, part_id uuid NOT NULL REFERENCES plant.part);
                SELECT platform.guard('plant', 'step');
                SELECT platform.guard_partner('plant', 'step', 'part_id', 'plant.part');
                """);
    }

    @Test
    void a_row_of_another_organisation_is_neither_seen_nor_written() {
        var other = Identity.fresh();
        JdbcClient.create(address.dataSource())
                .sql("INSERT INTO platform.organisation (id, code, name) VALUES (:id, :code, 'Other')")
                .param("id", other)
                .param("code", other.toString())
                .update();
        var id = insert("bracket", null);
        var stranger = new Actor(Identity.fresh(), "Stranger", other, null, Set.of("planner"), "web", "en");

        As.by(stranger, () -> {
            assertThat(jdbc.sql("SELECT count(*) FROM plant.part")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("UPDATE plant.part SET name = 'mine' WHERE id = :id")
                            .param("id", id)
                            .update())
                    .isZero();
            return null;
        });
        assertThatThrownBy(() -> As.by(
                        stranger,
                        () -> jdbc.sql("INSERT INTO plant.part (id, name, organisation_id) VALUES (:id, 'x', :first)")
                                .param("id", Identity.fresh())
                                .param("first", Actor.FIRST_ORGANISATION)
                                .update()))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"part\"");
    }

    @Test
    void every_write_is_audited_with_old_and_new() {
        var id = insert("bracket", null);
        As.person(
                "Wang Fang",
                Set.of("engineer"),
                () -> jdbc.sql("UPDATE plant.part SET name = 'flange', secret = 'x', version = 1 WHERE id = :id")
                        .param("id", id)
                        .update());
        jdbc.sql("DELETE FROM plant.part WHERE id = :id").param("id", id).update();

        assertThat(jdbc.sql("""
                        SELECT operation || ' ' || user_name || ' ' || changed::text
                          FROM platform.audit_entry
                         WHERE row_id = :id
                         ORDER BY number
                        """).param("id", id).query(String.class).list())
                .containsExactly(
                        "I system {\"name\": [null, \"bracket\"]}",
                        "U Wang Fang {\"name\": [\"bracket\", \"flange\"], \"secret\": [\"***\", \"***\"]}",
                        "D system {\"name\": [\"flange\", null], \"secret\": [\"***\", null]}");
    }

    @Test
    void the_audit_trail_cannot_be_changed_by_the_application() {
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM platform.audit_entry").update())
                .hasRootCauseMessage("ERROR: permission denied for table audit_entry");
    }

    @Test
    void an_external_account_sees_only_the_rows_of_its_partner() {
        var theirs = insert("theirs", CUSTOMER);
        var ours = insert("ours", null);
        for (var part : new UUID[] {theirs, ours}) {
            jdbc.sql("INSERT INTO plant.step (id, part_id) VALUES (:id, :part)")
                    .param("id", Identity.fresh())
                    .param("part", part)
                    .update();
        }
        var customer = new Actor(
                Identity.fresh(), "Customer", Actor.FIRST_ORGANISATION, CUSTOMER, Set.of("customer"), "web", "en");

        assertThat(As.by(
                        customer,
                        () -> jdbc.sql("SELECT name FROM plant.part ORDER BY name")
                                .query(String.class)
                                .list()))
                .containsExactly("theirs");
        assertThat(As.by(
                        customer,
                        () -> jdbc.sql("SELECT count(*) FROM plant.step")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    private UUID insert(String name, @Nullable UUID customer) {
        var id = Identity.fresh();
        jdbc.sql("INSERT INTO plant.part (id, name, customer_id) VALUES (:id, :name, :customer)")
                .param("id", id)
                .param("name", name)
                .param("customer", customer)
                .update();
        return id;
    }
}
