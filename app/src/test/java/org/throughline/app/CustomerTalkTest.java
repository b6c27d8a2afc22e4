package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What customer and house say to each other about a line, and what stays in the house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerTalkTest {

    private final RunningHouse house = RunningHouse.get();
    private String line = "";

    @BeforeAll
    void a_confirmed_order() throws InterruptedException {
        var mine = house.partner("TALK-A", "甲阀门", true);
        var other = house.partner("TALK-B", "乙阀门", true);
        house.account("talk-sales", "zh", "sales", null);
        house.account("talk-engineer", "zh", "engineer", null);
        house.account("talk-planner", "zh", "planner", null);
        house.account("talk-mine", "zh", "customer", mine);
        house.account("talk-other", "zh", "customer", other);
        house.record("item", Map.of("code", "TALK", "name", "阀体", "unit", "C62", "kind", "BUY"));
        var wanted = Map.of("item", "TALK", "quantity", 2, "requestedDate", RunningHouse.day(30));
        var order = house.post("talk-sales", "/api/orders", Map.of("customer", "TALK-A", "lines", List.of(wanted)))
                .done();
        line = order.at("/lines/0/id");
        house.post("talk-sales", "/api/orders/" + order.id() + "/submit-review", null)
                .done();
        review("talk-sales", "SALES");
        review("talk-engineer", "ENGINEERING");
        review("talk-planner", "PRODUCTION");
        house.post("talk-sales", "/api/orders/" + order.id() + "/confirm", Map.of())
                .done();
        for (int tries = 0; house.get("talk-mine", "/api/portal/lines/" + line).status() != 200; tries++) {
            assertThat(tries).as("the customer does not see his line").isLessThan(100);
            Thread.sleep(100);
        }
    }

    private void review(String user, String department) {
        house.post(user, "/api/order-lines/" + line + "/reviews", Map.of("department", department, "answer", "YES"))
                .done();
    }

    @Test
    void a_customers_message_reaches_the_owner_and_the_answer_reaches_the_customer() {
        say("talk-mine", "messages", "能早一周吗？").done();
        assertThat(house.get("talk-sales", "/api/notices").done().text()).contains("能早一周吗？");

        say("talk-sales", "answers", "可以，12 号发货").done();
        house.post("talk-sales", "/api/records/sales-order-line/" + line + "/comments", Map.of("text", "内部：先别告诉客户"))
                .done();

        assertThat(house.get("talk-mine", "/api/portal/lines/" + line).done().text())
                .contains("能早一周吗？")
                .contains("可以，12 号发货")
                .doesNotContain("内部");
        assertThat(house.get("talk-sales", "/api/lines/" + line).done().text())
                .contains("能早一周吗？")
                .contains("内部：先别告诉客户");
    }

    @Test
    void nobody_speaks_for_another() {
        assertThat(say("talk-other", "messages", "?").status()).isEqualTo(404);
        assertThat(say("talk-other", "answers", "?").status()).isEqualTo(403);
        assertThat(say("talk-mine", "answers", "?").status()).isEqualTo(403);
        assertThat(say("talk-engineer", "answers", "?").status()).isEqualTo(403);
    }

    private RunningHouse.Reply say(String user, String where, String text) {
        return house.post(user, "/api/portal/lines/" + line + "/" + where, Map.of("text", text));
    }
}
