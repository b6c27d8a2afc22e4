package org.throughline.planning;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.throughline.kernel.Quantity;

/** What an order consists of depends on the day it starts, and on what is there. */
@SpringJUnitConfig(PlantForTests.class)
@ExtendWith(SystemActs.class)
@Transactional
class StructureChoicesTest {

    private static final LocalDate CHANGE = LocalDate.of(2027, 1, 4);

    @Autowired
    RunPlanning runPlanning;

    @Autowired
    Requirements requirements;

    @Autowired
    FakePlant plant;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void an_empty_plant() {
        plant.clear();
    }

    @Test
    void an_order_consists_of_what_counts_on_the_day_it_starts() {
        var cabinet = plant.made("CABINET");
        var before = bought("HINGE-OLD");
        var after = bought("HINGE-NEW");
        plant.structures().consists(cabinet, 2, before, null, CHANGE);
        plant.structures().consists(cabinet, 3, after, CHANGE, null);
        plant.orders().confirmed("SO-1", cabinet.id(), pieces(10), CHANGE.minusDays(3));
        plant.orders().confirmed("SO-2", cabinet.id(), pieces(10), CHANGE.plusDays(1));

        runPlanning.run();

        assertThat(planned()).containsExactly("CABINET 10", "CABINET 10", "HINGE-NEW 30", "HINGE-OLD 20");
    }

    @Test
    void the_stock_of_another_choice_is_taken_before_something_new_is_ordered() {
        var cabinet = plant.made("CABINET");
        var other = plant.made("OTHER");
        var first = plant.stocked(bought("FIRST"), 3);
        var second = plant.stocked(bought("SECOND"), 4);
        plant.structures().mayConsist(cabinet, 1, first, 1);
        plant.structures().mayConsist(cabinet, 1, second, 2);
        plant.structures().consists(other, 1, first);
        var line = plant.orders().confirmed("SO-1", cabinet.id(), pieces(10), CHANGE);
        plant.orders().confirmed("SO-2", other.id(), pieces(5), CHANGE.plusDays(7));

        runPlanning.run();

        assertThat(planned()).containsExactly("CABINET 10", "FIRST 3", "FIRST 5", "OTHER 5");
        assertThat(requirements.ofLine(line.id()).components())
                .extracting(node ->
                        node.itemCode() + " stock " + node.stock().amount().stripTrailingZeros() + " net "
                                + node.net().amount().stripTrailingZeros())
                .containsExactlyInAnyOrder("FIRST stock 3 net 3", "SECOND stock 4 net 0");
    }

    @Test
    void a_choice_that_is_no_longer_in_use_is_used_up_first_and_never_ordered() {
        var cabinet = plant.made("CABINET");
        var old = plant.stocked(bought("OLD"), 6);
        old = plant.items().change(old.change().active(false).done());
        var now = plant.stocked(bought("NOW"), 3);
        plant.structures().mayConsist(cabinet, 2, old, 1);
        plant.structures().mayConsist(cabinet, 1, now, 2);
        var line = plant.orders().confirmed("SO-1", cabinet.id(), pieces(10), CHANGE);

        runPlanning.run();

        assertThat(planned()).containsExactly("CABINET 10", "NOW 4");
        assertThat(requirements.ofLine(line.id()).components())
                .extracting(RequirementNode::itemCode)
                .containsExactlyInAnyOrder("OLD", "NOW");
    }

    @Test
    void two_parts_that_replace_each_other_can_be_planned() {
        var one = bought("ONE");
        var other = plant.stocked(bought("TWO"), 5);
        var left = plant.made("LEFT");
        var right = plant.made("RIGHT");
        plant.structures().mayConsist(left, 1, one, 1);
        plant.structures().mayConsist(left, 1, other, 2);
        plant.structures().mayConsist(right, 1, other, 1);
        plant.structures().mayConsist(right, 1, one, 2);
        plant.orders().confirmed("SO-1", left.id(), pieces(4), CHANGE);

        runPlanning.run();

        assertThat(planned()).hasSizeBetween(1, 2).contains("LEFT 4");
    }

    private Item bought(String code) {
        return plant.items().add(Item.fresh(Item.Kind.BUY, code, code, "C62"));
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, "C62");
    }

    private List<@Nullable String> planned() {
        return jdbc.sql("""
                SELECT i.code || ' ' || trim_scale(s.quantity)
                  FROM planning.suggestion s
                  JOIN factory.item i ON i.id = s.item_id
                 ORDER BY i.code, s.quantity, s.due
                """).query(String.class).list();
    }
}
