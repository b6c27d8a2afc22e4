package org.throughline.stock;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;

/** Use case: somebody books a movement by hand. Rooms that book as part of their own work use the ledger directly. */
@Service
public class PostStockMovement {

    private final StockLedger ledger;

    PostStockMovement(StockLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Posts the movement.
     *
     * @return the movement's identity
     * @throws StockRefused if a rule of {@link StockLedger#post} says no
     */
    @Verb(type = "stock-movement", operation = "create")
    @Transactional
    public UUID post(StockMovement movement) {
        return ledger.post(movement);
    }
}
