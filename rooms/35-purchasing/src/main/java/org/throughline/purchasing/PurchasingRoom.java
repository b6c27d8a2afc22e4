package org.throughline.purchasing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Everything of room 35. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PurchasingRoom {

    @Bean
    Schema purchasingSchema() {
        return new Schema("purchasing", 35);
    }
}
