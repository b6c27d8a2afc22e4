package org.throughline.shipping;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.throughline.database.DatabaseForTests;
import org.throughline.engineering.EngineeringRoom;
import org.throughline.factory.FactoryGround;
import org.throughline.floortest.FloorScene;
import org.throughline.floortest.FloorWork;
import org.throughline.floortest.HouseForFloor.Heard;
import org.throughline.identity.IdentityGround;
import org.throughline.order.OrderRoom;
import org.throughline.planning.PlanningRoom;
import org.throughline.purchasing.PurchasingRoom;
import org.throughline.quality.QualityRoom;
import org.throughline.records.RecordsGround;
import org.throughline.scheduling.SchedulingRoom;
import org.throughline.shopfloor.ShopfloorRoom;
import org.throughline.stock.StockGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.WorkflowGround;
import tools.jackson.databind.json.JsonMapper;

/** Every room from the order to the shipment, and the ground they stand on. */
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
    QualityRoom.class,
    ShippingRoom.class,
    FloorScene.class,
    FloorWork.class
})
class HouseForShipping {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }
}
