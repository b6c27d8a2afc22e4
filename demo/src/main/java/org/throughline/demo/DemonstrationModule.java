package org.throughline.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** The demonstration factory: built at the first start, taken away with one command. */
@Configuration
@ComponentScan
public class DemonstrationModule {

    private static final int ABOVE_ALL_ROOMS = 1000;

    @Bean
    Schema demonstrationSchema() {
        return new Schema("demo", ABOVE_ALL_ROOMS);
    }
}
