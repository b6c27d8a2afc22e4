package org.throughline.order.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;
import org.throughline.order.NewOrder;

/** Turns lines as other systems send them into lines the house understands. */
@Component
class NewLines {

    private final Keys keys;

    NewLines(Keys keys) {
        this.keys = keys;
    }

    /**
     * A line as it is sent.
     *
     * @param item our code or the customer's own number, when {@code itemId} is not given
     * @param unit the item's base unit unless said otherwise
     */
    record LineRequest(
            @Nullable UUID itemId,
            @Nullable String item,
            BigDecimal quantity,
            @Nullable String unit,
            LocalDate requestedDate,
            @Nullable BigDecimal unitPrice,
            @Nullable String description,
            @Nullable String specification,
            @Nullable String customerItemNumber,
            @Nullable Integer priority) {}

    List<NewOrder.Line> of(UUID customerId, List<LineRequest> lines) {
        return lines.stream().map(line -> of(customerId, line)).toList();
    }

    private NewOrder.Line of(UUID customerId, LineRequest line) {
        var item = keys.item(customerId, line.itemId(), line.item(), line.customerItemNumber());
        var unit = line.unit() == null || line.unit().isBlank() ? item.unit() : line.unit();
        return new NewOrder.Line(
                item.id(),
                new Quantity(line.quantity(), unit),
                line.requestedDate(),
                line.unitPrice(),
                line.description(),
                line.specification(),
                line.customerItemNumber(),
                line.priority());
    }
}
