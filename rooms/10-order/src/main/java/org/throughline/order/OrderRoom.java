package org.throughline.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;
import org.throughline.stock.DemandNames;

/** Assembles room 10. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class OrderRoom {

    private static final int PLACE = 10;

    @Bean
    Schema salesSchema() {
        return new Schema("sales", PLACE);
    }

    /** Stock kept for an order line is kept for {@code SO-20261122-001/2}. */
    @Bean
    DemandNames orderLineNames(SalesOrders orders) {
        return DemandNames.of("sales-order-line", orders::linesOf, OrderLine::id, OrderLine::label);
    }
}
