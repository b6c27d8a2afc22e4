package org.throughline.quality;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** Room 60: inspections and what becomes of pieces that are not as they should be. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QualityRoom {

    @Bean
    Schema qualitySchema() {
        return new Schema("quality", 60);
    }
}
