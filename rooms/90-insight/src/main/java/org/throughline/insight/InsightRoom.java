package org.throughline.insight;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Assembles room 90. */
@Configuration
@ComponentScan
public class InsightRoom {

    @Bean
    Schema insightSchema() {
        return new Schema("insight", 90);
    }
}
