package org.throughline.records;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.throughline.database.Schema;
import tools.jackson.databind.json.JsonMapper;

/** Three small types: parts with prices and references, their groups, and tickets that only use cases write. */
@TestConfiguration(proxyBeanMethods = false)
public class SampleTypes {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    Schema sampleSchema() {
        return new Schema("sample", 50);
    }

    @Bean
    RecordType partGroup() {
        return RecordType.of("part-group", "sample.part_group")
                .labels("物料组", "Part group")
                .room("sample")
                .title("code", "name")
                .field(Field.text("code")
                        .labels("编码", "Code")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .required()
                        .search()
                        .list())
                .naturalKey("code")
                .build();
    }

    @Bean
    RecordType part() {
        return RecordType.of("part", "sample.part")
                .labels("物料", "Part")
                .room("sample")
                .title("code", "name")
                .field(Field.text("code")
                        .labels("编码", "Code")
                        .synonyms("物料号", "Part no")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.choice("kind", "MAKE", "BUY")
                        .labels("来源", "Source")
                        .choiceLabels("自制", "Make", "外购", "Buy")
                        .list())
                .field(Field.reference("group_id", "part-group")
                        .labels("物料组", "Group")
                        .search()
                        .list())
                .field(Field.quantity("stock")
                        .labels("安全库存", "Safety stock")
                        .unitFrom("unit")
                        .list())
                .field(Field.text("unit").labels("单位", "Unit"))
                .field(Field.price("cost").labels("标准成本", "Standard cost"))
                .field(Field.date("due").labels("到期", "Due"))
                .field(Field.flag("active").labels("启用", "Active"))
                .field(Field.integer("pieces").labels("件数", "Pieces"))
                .naturalKey("code")
                .defaultSort("code")
                .build();
    }

    @Bean
    RecordType ticket() {
        return RecordType.of("ticket", "sample.ticket")
                .labels("工票", "Ticket")
                .room("sample")
                .title("number")
                .field(Field.text("number")
                        .labels("编号", "Number")
                        .required()
                        .search()
                        .list())
                .field(Field.reference("part_id", "part").labels("物料", "Part").list())
                .field(Field.text("status").labels("状态", "Status").list())
                .field(Field.text("remark").labels("备注", "Remark").editable())
                .writtenBy(RecordType.WrittenBy.USE_CASES)
                .parent("part_id")
                .verb(RecordVerb.of("close")
                        .labels("关闭", "Close")
                        .post("/api/tickets/{id}/close")
                        .when("status", "OPEN"))
                .build();
    }
}
