package org.throughline.planning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Everything of room 30. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PlanningRoom {

    @Bean
    Schema planningSchema() {
        return new Schema("planning", 30);
    }
}
