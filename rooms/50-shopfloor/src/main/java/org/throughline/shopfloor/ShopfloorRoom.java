package org.throughline.shopfloor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Room 50: work orders, their operations, material and reports. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ShopfloorRoom {

    @Bean
    Schema shopfloorSchema() {
        return new Schema("shopfloor", 50);
    }
}
