package org.throughline.factory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** The master data of the factory. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class FactoryGround {

    @Bean
    Schema factorySchema() {
        return new Schema("factory", 7);
    }
}
