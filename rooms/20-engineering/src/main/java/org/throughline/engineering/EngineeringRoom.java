package org.throughline.engineering;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Assembles room 20. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class EngineeringRoom {

    private static final int PLACE = 20;

    @Bean
    Schema engineeringSchema() {
        return new Schema("engineering", PLACE);
    }
}
