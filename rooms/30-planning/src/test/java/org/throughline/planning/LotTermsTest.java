package org.throughline.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.factory.Item;
import org.throughline.factory.LotPolicy;
import org.throughline.factory.LotPolicy.Reading;
import org.throughline.factory.LotPolicy.Rule;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;

/** The item's lot rule and the supplier's minimum and multiple hold together. */
@SpringJUnitConfig(PlantForTests.class)
@ExtendWith(SystemActs.class)
@Transactional
class LotTermsTest {

    private static final LocalDate FIRST_NEED = LocalDate.of(2027, 1, 4);

    @Autowired
    RunPlanning runPlanning;

    @Autowired
    FakePlant plant;

    @Autowired
    Partners partners;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void an_empty_plant() {
        plant.clear();
    }

    @Test
    void a_fixed_lot_is_raised_to_what_the_supplier_sells() {
        needs(bought(lots(Rule.FIXED, 0, 50, Reading.LARGER, 0), 0, 0), 70);
        assertThat(planned()).containsExactly("50", "50");

        plant.clear();
        needs(bought(lots(Rule.FIXED, 0, 50, Reading.LARGER, 0), 0, 20), 70);
        assertThat(planned()).containsExactly("60", "60");

        plant.clear();
        needs(bought(lots(Rule.FIXED, 0, 50, Reading.LARGER, 0), 110, 20), 70);
        assertThat(planned()).containsExactly("120");
    }

    @Test
    void what_is_bought_for_a_period_keeps_the_suppliers_minimum_and_multiple() {
        needs(bought(lots(Rule.PERIOD, 0, 0, Reading.LARGER, 5), 25, 20), 10, 20, 15);
        assertThat(planned()).containsExactly("60"); // 45 of three days together, the next multiple of 20

        plant.clear();
        needs(bought(lots(Rule.PERIOD, 0, 0, Reading.LARGER, 5), 100, 20), 10, 20, 15);
        assertThat(planned()).containsExactly("100");
    }

    @Test
    void minimum_and_multiple_are_read_as_the_item_says() {
        needs(bought(lots(Rule.LFL, 0, 0, Reading.LARGER, 0), 25, 20), 26);
        assertThat(planned()).containsExactly("40");

        plant.clear();
        needs(bought(lots(Rule.LFL, 0, 0, Reading.STEPS, 0), 25, 20), 26);
        assertThat(planned()).containsExactly("45");

        plant.clear();
        needs(bought(lots(Rule.PERIOD, 0, 0, Reading.STEPS, 5), 25, 20), 10, 20, 16);
        assertThat(planned()).containsExactly("65");
    }

    /** Needs of an item on one day after the other. */
    private void needs(Item item, int... quantities) {
        for (int day = 0; day < quantities.length; day++) {
            plant.orders()
                    .confirmed("SO-" + day, item.id(), Quantity.of(quantities[day], "C62"), FIRST_NEED.plusDays(day));
        }
        runPlanning.run();
    }

    /** An item and its supplier's terms; 0 for none. */
    private Item bought(LotPolicy lots, int minimum, int multiple) {
        var code = "PART-" + Identity.fresh();
        var works = partners.save(Partner.supplier(code, "五金厂"));
        var item = plant.items()
                .add(Item.fresh(Item.Kind.BUY, code, code, "C62")
                        .change()
                        .lots(lots)
                        .done());
        plant.floor()
                .terms
                .put(
                        item.id(),
                        new PurchaseTerm(
                                item.id(), works.id(), works.name(), 7, terms(minimum), terms(multiple), null, null));
        return item;
    }

    private static @Nullable Quantity terms(int quantity) {
        return quantity == 0 ? null : Quantity.of(quantity, "C62");
    }

    private static LotPolicy lots(Rule rule, int minimum, int multiple, Reading reading, int days) {
        return new LotPolicy(rule, BigDecimal.valueOf(minimum), BigDecimal.valueOf(multiple), null, reading, days);
    }

    private List<@Nullable String> planned() {
        return jdbc.sql("""
                SELECT trim_scale(quantity)::text
                  FROM planning.suggestion
                 WHERE status = 'PROPOSED'
                 ORDER BY due, quantity
                """).query(String.class).list();
    }
}
