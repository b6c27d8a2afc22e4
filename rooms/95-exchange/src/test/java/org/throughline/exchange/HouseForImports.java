package org.throughline.exchange;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.throughline.database.DatabaseForTests;
import org.throughline.engineering.EngineeringRoom;
import org.throughline.factory.FactoryGround;
import org.throughline.identity.IdentityGround;
import org.throughline.order.OrderRoom;
import org.throughline.planning.PlanningRoom;
import org.throughline.purchasing.PurchasingRoom;
import org.throughline.records.RecordsGround;
import org.throughline.stock.StockGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.WorkflowGround;
import tools.jackson.databind.json.JsonMapper;

/** The rooms that foreign data goes to, on a real database. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    WorkflowGround.class,
    FactoryGround.class,
    StockGround.class,
    OrderRoom.class,
    EngineeringRoom.class,
    PlanningRoom.class,
    PurchasingRoom.class,
    ExchangeRoom.class
})
class HouseForImports {

    /** The import takes seconds; all tests of the class look at the same one. */
    static final Once ONCE = new Once();

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    static final class Once {

        private @Nullable ImportReport first;

        synchronized void adventureWorks(Supplier<ImportReport> run) {
            if (first == null) {
                first = run.get();
            }
        }

        synchronized ImportReport first() {
            if (first == null) {
                throw new IllegalStateException("Nothing was imported yet.");
            }
            return first;
        }
    }
}
