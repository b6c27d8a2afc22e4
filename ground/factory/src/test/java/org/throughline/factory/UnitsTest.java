package org.throughline.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.kernel.Quantity;

@SpringJUnitConfig({DatabaseForTests.class, FactoryGround.class})
@ExtendWith(SystemActs.class)
@Transactional
class UnitsTest {

    @Autowired
    Units units;

    @Autowired
    Items items;

    @Test
    void units_of_one_dimension_convert_exactly() {
        var bar = items.add(Item.fresh(Item.Kind.BUY, "BAR-45", "圆钢", "KGM"));

        assertThat(units.convert(bar.id(), Quantity.of("2.5", "TNE"), "KGM")).isEqualTo(Quantity.of(2500, "KGM"));
        assertThat(units.convert(bar.id(), Quantity.of(1, "LBR"), "GRM")).isEqualTo(Quantity.of("453.59237", "GRM"));
        assertThat(units.convert(bar.id(), Quantity.of(10, "INH"), "MMT")).isEqualTo(Quantity.of(254, "MMT"));
    }

    @Test
    void a_second_unit_of_the_item_converts_in_both_directions_and_over_its_dimension() {
        var casting = items.add(Item.fresh(Item.Kind.BUY, "CAST-1", "铸件", "C62"));
        units.define(casting.id(), "KGM", Ratio.of(20, 37)); // 1 piece = 1.85 kg

        assertThat(units.toBase(casting.id(), Quantity.of("18.5", "KGM"))).isEqualTo(Quantity.of(10, "C62"));
        assertThat(units.convert(casting.id(), Quantity.of(3, "C62"), "KGM")).isEqualTo(Quantity.of("5.55", "KGM"));
        assertThat(units.convert(casting.id(), Quantity.of(2, "DZN"), "GRM")).isEqualTo(Quantity.of(44400, "GRM"));
    }

    @Test
    void an_answer_of_more_than_six_digits_is_refused_unless_the_caller_names_the_rounding() {
        var casting = items.add(Item.fresh(Item.Kind.BUY, "CAST-2", "铸件", "C62"));
        units.define(casting.id(), "KGM", Ratio.of(20, 37));

        assertThatThrownBy(() -> units.toBase(casting.id(), Quantity.of(1, "KGM")))
                .isInstanceOfSatisfying(UnitRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("factory.unit-inexact");
                    assertThat(refusal.values()).containsEntry("item", "CAST-2").containsEntry("ratio", "20/37");
                });
        assertThat(units.convert(casting.id(), Quantity.of(1, "KGM"), "C62", RoundingMode.UP))
                .isEqualTo(Quantity.of("0.540541", "C62"));
    }

    @Test
    void a_package_converts_only_as_the_item_says() {
        var screw = items.add(Item.fresh(Item.Kind.BUY, "SCREW", "螺钉", "C62"));

        assertThatThrownBy(() -> units.toBase(screw.id(), Quantity.of(1, "XBX")))
                .isInstanceOfSatisfying(
                        UnitRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("factory.unit-not-convertible"));
        units.define(screw.id(), "XBX", Ratio.of(500, 1));
        assertThat(units.toBase(screw.id(), Quantity.of(3, "XBX"))).isEqualTo(Quantity.of(1500, "C62"));
    }

    @Test
    void an_unknown_unit_is_refused_by_name() {
        assertThatThrownBy(() -> items.add(Item.fresh(Item.Kind.BUY, "X", "某物", "FURLONG")))
                .isInstanceOfSatisfying(
                        UnitRefused.class,
                        refusal -> assertThat(refusal.values()).containsEntry("unit", "FURLONG"));
    }
}
