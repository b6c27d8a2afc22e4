package org.throughline.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What rooms may ask of the platform's own tables; the same in the running product and in tests. */
@Configuration(proxyBeanMethods = false)
public class DatabaseDoors {

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc) {
        return new AuditTrail(jdbc);
    }

    @Bean
    Changes changes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Changes(jdbc, transactions);
    }

    @Bean
    Organisations organisations(JdbcClient jdbc) {
        return new Organisations(jdbc);
    }
}
