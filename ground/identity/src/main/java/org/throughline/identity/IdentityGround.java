package org.throughline.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.throughline.database.Schema;
import org.throughline.web.PriceVisibility;

/** Accounts, sessions, roles and permissions. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class IdentityGround {

    @Bean
    Schema identitySchema() {
        return new Schema("identity", 2);
    }

    @Bean
    PriceVisibility priceVisibility(Permissions permissions) {
        return permissions::seesPrices;
    }
}
