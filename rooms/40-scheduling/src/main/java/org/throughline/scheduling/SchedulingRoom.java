package org.throughline.scheduling;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Everything of room 40. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class SchedulingRoom {

    @Bean
    Schema schedulingSchema() {
        return new Schema("scheduling", 40);
    }
}
