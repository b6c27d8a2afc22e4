package org.throughline.shopfloor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A component that goes into a work order. All quantities in the component's base unit.
 *
 * @param perUnit           for one product, scrap of the component included
 * @param fixed             lost once, whatever the quantity
 * @param required          for the whole work order
 * @param issued            handed to the floor, returns taken off
 * @param operationSequence the operation that uses it; null: the first
 */
public record WorkOrderMaterial(
        UUID id,
        UUID workOrderId,
        int position,
        UUID componentId,
        BigDecimal perUnit,
        Quantity fixed,
        Quantity required,
        Quantity issued,
        @Nullable Integer operationSequence,
        int version) {

    /** Not issued yet; never negative. */
    public Quantity open() {
        var open = required.minus(issued);
        return open.isNegative() ? Quantity.zero(required.unit()) : open;
    }

    /** The same component for another quantity of the product. */
    public WorkOrderMaterial resized(Quantity product) {
        var needed = perUnit.multiply(product.amount())
                .setScale(Quantity.SCALE, RoundingMode.HALF_UP)
                .add(fixed.amount());
        return with(new Quantity(needed, required.unit()), issued);
    }

    /** The same component with so much more handed to the floor; negative for a return. */
    public WorkOrderMaterial issuing(Quantity more) {
        return with(required, issued.plus(more));
    }

    private WorkOrderMaterial with(Quantity needed, Quantity handedOut) {
        return new WorkOrderMaterial(
                id, workOrderId, position, componentId, perUnit, fixed, needed, handedOut, operationSequence, version);
    }
}
