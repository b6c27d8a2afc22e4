package org.throughline.shopfloor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.WorkOrder.Status;

class WorkOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_planned_order_goes_all_the_way() {
        var closed =
                aWorkOrder(Status.PLANNED).release(NOW).start(NOW).complete(NOW).close(NOW);

        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.moments().releasedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "PLANNED", mode = EnumSource.Mode.EXCLUDE)
    void nothing_but_a_planned_order_is_released(Status status) {
        var order = aWorkOrder(status);

        assertThatThrownBy(() -> order.release(NOW)).hasMessageContaining("shopfloor.not-planned");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PLANNED", "RELEASED"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_started_order_is_not_cancelled(Status status) {
        var order = aWorkOrder(status);

        assertThatThrownBy(order::cancel).hasMessageContaining("shopfloor.not-cancellable");
    }

    @Test
    void an_order_is_not_made_smaller_than_what_was_begun() {
        var order = aWorkOrder(Status.STARTED);

        assertThat(order.changeQuantity(Quantity.of(6, "C62"), Quantity.of(6, "C62"))
                        .quantity())
                .isEqualTo(Quantity.of(6, "C62"));
        assertThatThrownBy(() -> order.changeQuantity(Quantity.of(5, "C62"), Quantity.of(6, "C62")))
                .hasMessageContaining("shopfloor.already-begun");
    }

    @Test
    void the_start_moves_with_the_due_date() {
        var moved = aWorkOrder(Status.PLANNED).moveDue(MONDAY.plusDays(9));

        assertThat(moved.start()).isEqualTo(MONDAY.plusDays(4));
    }

    private static WorkOrder aWorkOrder(Status status) {
        return new WorkOrder(
                UUID.randomUUID(),
                "WO-20261123-001",
                UUID.randomUUID(),
                Quantity.of(10, "C62"),
                status,
                MONDAY,
                MONDAY.plusDays(5),
                WorkOrder.Purpose.product(null),
                WorkOrder.Structure.NONE,
                WorkOrder.Progress.none("C62"),
                WorkOrder.Moments.NONE,
                0);
    }
}
