package org.throughline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.kernel.NotFound;

@SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class})
@ExtendWith(SystemActs.class)
@Transactional
class MasterDataTest {

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    People people;

    @Autowired
    ScrapReasons scrapReasons;

    @Autowired
    WorkCentres workCentres;

    @Test
    void an_item_is_read_back_as_it_was_written() {
        var item = Item.fresh(Item.Kind.MAKE, "A-100", "支架", "C62")
                .change()
                .drawing("TL-100-01", "B")
                .leadTimeDays(5)
                .safetyStock(new BigDecimal("12.500000"))
                .lots(new LotPolicy(
                        LotPolicy.Rule.MIN_MULTIPLE,
                        new BigDecimal("10.000000"),
                        new BigDecimal("5.000000"),
                        new BigDecimal("100.000000"),
                        LotPolicy.Reading.STEPS,
                        0))
                .scrapRate(new BigDecimal("0.020000"))
                .tracking(Item.Tracking.LOT)
                .inspection(true, true)
                .peg(Item.Peg.HARD)
                .standardCost(Money.of("12.345600", "CNY"))
                .listPrice(Money.of("99.000000", "CNY"))
                .externalId("EXT-1")
                .done();

        items.add(item);

        assertThat(items.byCode("A-100")).contains(item);
        assertThat(items.byExternalId("EXT-1")).contains(item);
        assertThat(items.all(List.of(item.id(), Identity.fresh()))).containsOnly(Map.entry(item.id(), item));
    }

    @Test
    void two_people_cannot_overwrite_each_other() {
        var item = items.add(Item.fresh(Item.Kind.BUY, "A-101", "轴承", "C62"));
        items.change(item.change().name("轴承 6204").done());

        assertThatThrownBy(() -> items.change(item.change().name("轴承 6205").done()))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(items.get(item.id()).name()).isEqualTo("轴承 6204");
    }

    @Test
    void low_level_codes_are_written_without_counting_as_a_change() {
        var item = items.add(Item.fresh(Item.Kind.BUY, "A-102", "螺母", "C62"));

        items.lowLevelCodes(Map.of(item.id(), 3));

        assertThat(items.get(item.id()).lowLevelCode()).isEqualTo(3);
        assertThat(items.get(item.id()).version()).isEqualTo(item.version());
    }

    @Test
    void impossible_numbers_are_refused_by_field() {
        var item = Item.fresh(Item.Kind.BUY, "A-103", "螺母", "C62");

        assertThatThrownBy(
                        () -> items.add(item.change().scrapRate(BigDecimal.ONE).done()))
                .isInstanceOfSatisfying(
                        ItemRefused.class,
                        refusal -> assertThat(refusal.values()).containsEntry("field", "scrap_rate"));
        assertThatThrownBy(() -> items.get(Identity.fresh())).isInstanceOf(NotFound.class);
    }

    @Test
    void a_customers_own_number_finds_the_item() {
        var customer = partners.save(Partner.customer("C-1", "苏州华锐机械有限公司"));
        var item = items.add(Item.fresh(Item.Kind.MAKE, "A-104", "法兰", "C62"));

        partners.nameItem(customer.id(), item.id(), "HR-77");
        partners.nameItem(customer.id(), item.id(), "HR-78");

        assertThat(partners.itemOf(customer.id(), "HR-78")).contains(item.id());
        assertThat(partners.itemOf(customer.id(), "HR-77")).isEmpty();
        assertThat(partners.customerNumberOf(customer.id(), item.id())).contains("HR-78");
    }

    @Test
    void people_have_teams_and_graded_skills() {
        var team = people.save(new Team(Identity.fresh(), "T1", "焊接一班", null, null, 0));
        var person = people.save(new Person(Identity.fresh(), "10086", "李强", team.id(), null, null, true, 0));
        var skill = people.save(new Skill(Identity.fresh(), "TIG", "氩弧焊", 0));

        people.grade(person.id(), skill.id(), 2);
        people.grade(person.id(), skill.id(), 3);
        people.save(new Team(team.id(), "T1", "焊接一班", person.id(), null, team.version()));

        assertThat(people.skillsOf(List.of(person.id()))).containsExactly(new PersonSkill(person.id(), skill.id(), 3));
        assertThat(people.teams()).extracting(Team::leaderId).containsExactly(person.id());
        people.grade(person.id(), skill.id(), 0);
        assertThat(people.skillsOf(List.of(person.id()))).isEmpty();
    }

    @Test
    void a_new_house_has_scrap_reasons_in_both_languages_and_a_work_centre_for_items_without_a_routing() {
        assertThat(scrapReasons.all())
                .hasSizeGreaterThan(10)
                .allSatisfy(reason -> assertThat(reason.nameEn()).isNotBlank());
        assertThat(workCentres.all()).extracting(WorkCentre::code).contains("GENERAL");
    }
}
