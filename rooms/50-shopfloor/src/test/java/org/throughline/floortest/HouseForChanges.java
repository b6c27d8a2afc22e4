package org.throughline.floortest;

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
import org.throughline.scheduling.SchedulingRoom;
import org.throughline.shopfloor.ShopfloorRoom;
import org.throughline.stock.StockGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.WorkflowGround;
import tools.jackson.databind.json.JsonMapper;

/** All rooms from the order to the floor, nothing in place of anything. */
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
    SchedulingRoom.class,
    ShopfloorRoom.class,
    FloorScene.class,
    FloorWork.class
})
public class HouseForChanges {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }
}
