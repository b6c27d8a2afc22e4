package org.throughline.workflow;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.Actor;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.Records;
import org.throughline.records.RecordsGround;
import org.throughline.web.WebGround;

/** Five colleagues, and a rule that a test writes down. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    WorkflowGround.class,
    WorkflowTest.Heard.class
})
class ApprovalScene {

    static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a2");
    static final UUID BERT = UUID.fromString("00000000-0000-7000-8000-0000000000b2");
    static final UUID CARL = UUID.fromString("00000000-0000-7000-8000-0000000000c2");
    static final UUID DORA = UUID.fromString("00000000-0000-7000-8000-0000000000d2");
    static final UUID SALES = UUID.fromString("00000000-0000-7000-8000-0000000000e2");

    private final Approvals approvals;
    private final Records records;
    private final JdbcClient jdbc;

    ApprovalScene(Approvals approvals, Records records, JdbcClient jdbc) {
        this.approvals = approvals;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** Everybody is here, and there is no rule. */
    void people() {
        jdbc.sql("DELETE FROM workflow.approval_rule").update();
        jdbc.sql("DELETE FROM workflow.delegation").update();
        Map.of(ANNA, "anna2", BERT, "bert2", CARL, "carl2", DORA, "dora2", SALES, "sales2")
                .forEach((id, name) ->
                        jdbc.sql("""
                        INSERT INTO identity.user_account (id, username, display_name, password_hash, roles)
                        VALUES (:id, :name, :name, 'x', '{engineer}')
                        ON CONFLICT (id) DO UPDATE SET active = true
                        """).param("id", id).param("name", name).update());
    }

    void rule(String steps) {
        rule(steps, "[]");
    }

    void rule(String steps, String copies) {
        records.create(
                "approval-rule", Map.of("name", "规则", "record_type", "sales-order", "steps", steps, "copies", copies));
    }

    static String step(String mode, String... users) {
        return "{\"users\":[\"%s\"],\"mode\":\"%s\"}".formatted(String.join("\",\"", users), mode);
    }

    UUID submitted() {
        var request = request();
        return as(SALES, () -> approvals.submit(request)).id();
    }

    static ApprovalRequest request() {
        return new ApprovalRequest("sales-order", UUID.randomUUID(), "SO-1", Map.of("amount", new BigDecimal("1")));
    }

    static <T> T as(UUID user, Callable<T> work) {
        return As.by(
                new Actor(user, "someone", Actor.FIRST_ORGANISATION, null, Set.of("engineer"), "test", "zh"), work);
    }

    static String code(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }
}
