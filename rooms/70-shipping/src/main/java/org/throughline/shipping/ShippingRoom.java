package org.throughline.shipping;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Room 70: packages, shipments and the proof that they arrived. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ShippingRoom {

    @Bean
    Schema shippingSchema() {
        return new Schema("shipping", 70);
    }
}
