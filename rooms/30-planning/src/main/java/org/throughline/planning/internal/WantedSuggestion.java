package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.mrp.PlannedOrder;
import org.throughline.factory.Item;
import org.throughline.kernel.Quantity;
import org.throughline.planning.PurchaseTerm;
import org.throughline.planning.SupplyKind;

/**
 * What a run proposes, before it is compared with what was proposed already.
 *
 * @param engineId the engine's name of the planned order
 * @param lines    shares of the order lines, the largest first
 */
record WantedSuggestion(
        String engineId,
        SupplyKind kind,
        UUID itemId,
        BigDecimal quantity,
        BigDecimal receipt,
        String unit,
        LocalDate orderBy,
        LocalDate due,
        LocalDate possible,
        int pastDueDays,
        int level,
        @Nullable UUID supplierId,
        @Nullable UUID orderLineId,
        Map<UUID, BigDecimal> lines) {

    static WantedSuggestion of(
            PlannedOrder order, Item item, @Nullable PurchaseTerm term, Map<UUID, BigDecimal> lines) {
        var shares = new LinkedHashMap<UUID, BigDecimal>();
        lines.forEach(
                (line, share) -> shares.put(line, share.setScale(Quantity.SCALE, java.math.RoundingMode.HALF_UP)));
        return new WantedSuggestion(
                order.id(),
                item.kind() == Item.Kind.BUY ? SupplyKind.BUY : SupplyKind.MAKE,
                item.id(),
                order.startQuantity().setScale(Quantity.SCALE, java.math.RoundingMode.HALF_UP),
                order.quantity().setScale(Quantity.SCALE, java.math.RoundingMode.HALF_UP),
                item.unit(),
                order.start(),
                order.need(),
                order.due(),
                order.lateDays(),
                order.level(),
                term == null ? null : term.supplierId(),
                shares.isEmpty() ? null : shares.keySet().iterator().next(),
                shares);
    }
}
