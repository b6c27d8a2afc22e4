package org.throughline.stock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;

/** The one ledger of stock. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class StockGround {

    @Bean
    Schema stockSchema() {
        return new Schema("stock", 8);
    }
}
