package org.throughline.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Assembles room 10. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class OrderRoom {

    private static final int PLACE = 10;

    @Bean
    Schema salesSchema() {
        return new Schema("sales", PLACE);
    }
}
