package org.throughline.shopfloor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.stock.DemandNames;

/** Room 50: work orders, their operations, material and reports. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ShopfloorRoom {

    @Bean
    Schema shopfloorSchema() {
        return new Schema("shopfloor", 50);
    }

    /** Stock kept for a work order is kept for {@code WO-20261122-004}. */
    @Bean
    DemandNames workOrderNames(WorkOrders workOrders) {
        return DemandNames.of("work-order", workOrders::all, WorkOrder::id, WorkOrder::number);
    }
}
