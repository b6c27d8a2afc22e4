package org.throughline.quality;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.quality.internal.Nonconformances;
import org.throughline.records.Numbers;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/** Use case: somebody finds bad pieces in the store; they are blocked until it is decided what becomes of them. */
@Service
public class RaiseNonconformance {

    private final Nonconformances nonconformances;
    private final Numbers numbers;
    private final StockLedger ledger;
    private final Clock clock;

    RaiseNonconformance(Nonconformances nonconformances, Numbers numbers, StockLedger ledger, Clock clock) {
        this.nonconformances = nonconformances;
        this.numbers = numbers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Blocks the pieces.
     *
     * @param from        where they lie, available
     * @param orderLineId whom they were kept for; null: nobody
     * @throws org.throughline.stock.StockRefused if they are not there
     */
    @Verb(type = "nonconformance", operation = "create")
    @Transactional
    public Nonconformance raise(
            UUID itemId, Quantity quantity, StockPlace from, String reason, @Nullable UUID orderLineId) {
        var raised = new Nonconformance(
                Identity.fresh(),
                numbers.next("ncr"),
                null,
                itemId,
                from.lotId(),
                from.locationId(),
                orderLineId,
                quantity,
                reason,
                Nonconformance.Disposition.OPEN,
                null,
                clock.instant(),
                null,
                0);
        ledger.post(StockMovement.changeStatus(itemId, quantity, from, StockStatus.BLOCKED)
                .reference("nonconformance", raised.id())
                .because(reason)
                .key("raise-" + raised.id()));
        nonconformances.add(raised);
        return raised;
    }
}
