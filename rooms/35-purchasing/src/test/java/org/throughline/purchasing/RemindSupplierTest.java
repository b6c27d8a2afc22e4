package org.throughline.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.purchasing.PurchaseOrderLine.Chase;

/** Deliveries are asked about before they are due and when they are overdue. */
@SpringJUnitConfig(HouseForPurchasing.class)
@ExtendWith(SystemActs.class)
@Transactional
class RemindSupplierTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    CreatePurchaseOrder create;

    @Autowired
    OrderPurchase orderPurchase;

    @Autowired
    ReceiveGoods receive;

    @Autowired
    RemindSupplier remindSupplier;

    @Autowired
    Items items;

    @Autowired
    Partners partners;

    @Autowired
    TestClock clock;

    @AfterEach
    void eight_o_clock_again() {
        clock.set(TestClock.MONDAY_8AM);
    }

    @Test
    void a_delivery_is_asked_about_from_three_days_before_until_it_is_here() {
        var line = ordered(TODAY.plusDays(10));

        assertThat(line.chase(TODAY.plusDays(6))).isNull();
        assertThat(line.chase(TODAY.plusDays(7))).isEqualTo(Chase.SOON);
        assertThat(line.chase(TODAY.plusDays(10))).isEqualTo(Chase.SOON);
        assertThat(line.chase(TODAY.plusDays(11))).isEqualTo(Chase.OVERDUE);
    }

    @Test
    void who_asked_last_and_when_stands_on_the_line() {
        var line = ordered(TODAY.plusDays(2));
        assertThat(line.remindedAt()).isNull();

        assertThat(remindSupplier.remind(line.id()).remindedAt()).isEqualTo(clock.instant());
    }

    @Test
    void what_has_come_is_not_asked_about() {
        var line = ordered(TODAY.plusDays(2));
        receive.receive(Delivery.of(line.id(), Quantity.of(5, "C62")));

        assertThatThrownBy(() -> remindSupplier.remind(line.id()))
                .isInstanceOfSatisfying(
                        PurchaseRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("purchasing.wrong-status"));
    }

    private PurchaseOrderLine ordered(LocalDate due) {
        var works = partners.save(Partner.supplier("WORKS", "泵厂"));
        var pump = items.add(Item.fresh(Item.Kind.BUY, "PUMP", "水泵", "C62"));
        var line = new NewPurchaseOrder.Line(pump.id(), Quantity.of(5, "C62"), Money.of("9", "CNY"), due, null);
        var draft = create.create(new NewPurchaseOrder(works.id(), null, null, List.of(line)));
        return orderPurchase.order(draft.id()).lines().getFirst();
    }
}
