package org.throughline.records;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.throughline.database.Schema;

/** The records catalogue: every type's list, form, import, export, history and API out of one description. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class RecordsGround {

    @Bean
    Schema recordsSchema() {
        return new Schema("records", 3);
    }

    /** Composed SQL only; takes part in Spring's transactions. */
    @Bean
    DSLContext composedSql(DataSource dataSource) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return DSL.using(
                new TransactionAwareDataSourceProxy(dataSource),
                SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false));
    }

    @Bean
    RecordType numberRuleType(NumberPatterns patterns) {
        return RecordType.of("number-rule", "records.number_rule")
                .labels("编号规则", "Number rule")
                .room("records")
                .title("code", "name")
                .field(Field.text("code")
                        .labels("代码", "Code")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.text("pattern")
                        .labels("格式", "Pattern")
                        .help(
                                "花括号里是日期格式或流水号位数，例如 SO-{yyyyMMdd}-{###}",
                                "Braces hold a date pattern or the counter's digits, for example SO-{yyyyMMdd}-{###}")
                        .required()
                        .list())
                .field(Field.integer("counter")
                        .labels("当前流水号", "Counter")
                        .readOnly()
                        .list())
                .naturalKey("code")
                .check(patterns)
                .build();
    }
}
