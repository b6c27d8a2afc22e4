package org.throughline.factory.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.records.Field;
import org.throughline.records.RecordType;

/** How partners, people, teams and skills look as records. */
@Configuration(proxyBeanMethods = false)
class PeopleRecords {

    private static final String ROOM = "factory";

    @Bean
    RecordType partnerType() {
        return RecordType.of("partner", "factory.partner")
                .labels("往来单位", "Partner")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(code())
                .field(Field.text("name")
                        .labels("名称", "Name")
                        .synonyms("客户名称", "供应商名称", "公司名称")
                        .required()
                        .search()
                        .list())
                .field(Field.text("short_name")
                        .labels("简称", "Short name")
                        .search()
                        .list())
                .field(Field.flag("is_customer").labels("客户", "Customer").list())
                .field(Field.flag("is_supplier").labels("供应商", "Supplier").list())
                .field(Field.text("contact").labels("联系人", "Contact").search().list())
                .field(Field.text("phone").labels("电话", "Phone").search().list())
                .field(Field.text("email").labels("邮箱", "E-mail"))
                .field(Field.text("address").labels("地址", "Address"))
                .field(Field.text("currency").labels("币种", "Currency"))
                .field(Field.text("payment_terms").labels("付款条件", "Payment terms"))
                .field(Field.integer("rating").labels("评级", "Rating").help("1 最好，5 最差", "1 is best, 5 is worst"))
                .field(Field.flag("active").labels("启用", "Active").list())
                .field(Field.text("external_id").labels("外部编号", "External id"))
                .build();
    }

    @Bean
    RecordType customerItemType() {
        return RecordType.of("customer-item", "factory.customer_item")
                .labels("客户料号", "Customer item")
                .room(ROOM)
                .title("customer_number", "item_id")
                .naturalKey("partner_id", "item_id")
                .parent("partner_id")
                .field(Field.reference("partner_id", "partner")
                        .labels("客户", "Customer")
                        .required()
                        .list())
                .field(Field.reference("item_id", "item")
                        .labels("物料", "Item")
                        .required()
                        .list())
                .field(Field.text("customer_number")
                        .labels("客户料号", "Customer item number")
                        .required()
                        .search()
                        .list())
                .build();
    }

    @Bean
    RecordType teamType() {
        return RecordType.of("team", "factory.team")
                .labels("班组", "Team")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(code())
                .field(name())
                .field(Field.reference("leader_id", "person")
                        .labels("班组长", "Leader")
                        .list())
                .field(Field.reference("work_centre_id", "work-centre")
                        .labels("工作中心", "Work centre")
                        .list())
                .build();
    }

    @Bean
    RecordType personType() {
        return RecordType.of("person", "factory.person")
                .labels("人员", "Person")
                .room(ROOM)
                .title("name", "code")
                .naturalKey("code")
                .defaultSort("code")
                .field(Field.text("code")
                        .labels("工号", "Personnel number")
                        .required()
                        .unique()
                        .search()
                        .list())
                .field(Field.text("name")
                        .labels("姓名", "Name")
                        .required()
                        .search()
                        .list())
                .field(Field.reference("team_id", "team").labels("班组", "Team").list())
                .field(Field.text("phone").labels("手机", "Phone").search().list())
                .field(Field.user("user_id").labels("登录账号", "Account").list())
                .field(Field.flag("active").labels("在职", "Active").list())
                .build();
    }

    @Bean
    RecordType skillType() {
        return RecordType.of("skill", "factory.skill")
                .labels("技能", "Skill")
                .room(ROOM)
                .title("code", "name")
                .naturalKey("code")
                .field(code())
                .field(name())
                .build();
    }

    @Bean
    RecordType personSkillType() {
        return RecordType.of("person-skill", "factory.person_skill")
                .labels("人员技能", "Person's skill")
                .room(ROOM)
                .title("person_id", "skill_id")
                .naturalKey("person_id", "skill_id")
                .parent("person_id")
                .field(Field.reference("person_id", "person")
                        .labels("人员", "Person")
                        .required()
                        .list())
                .field(Field.reference("skill_id", "skill")
                        .labels("技能", "Skill")
                        .required()
                        .list())
                .field(Field.integer("grade")
                        .labels("等级", "Grade")
                        .help("1 学习，2 独立，3 能带人", "1 learns, 2 works alone, 3 trains others")
                        .required()
                        .list())
                .build();
    }

    private static Field code() {
        return Field.text("code")
                .labels("编码", "Code")
                .required()
                .unique()
                .search()
                .list();
    }

    private static Field name() {
        return Field.text("name").labels("名称", "Name").required().search().list();
    }
}
