package org.throughline.stock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.identity.Verb;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;

/** Use case: somebody looks at stock. Rooms that need a figure for their own work use the book directly. */
@Service
public class ViewStock {

    private static final int MOVEMENTS_SHOWN = 100;

    private final StockBook book;
    private final Reservations reservations;
    private final StockCheck check;

    ViewStock(StockBook book, Reservations reservations, StockCheck check) {
        this.book = book;
        this.reservations = reservations;
        this.check = check;
    }

    /**
     * One item's stock.
     *
     * @param balances  first in first out
     * @param movements the last hundred, latest first
     */
    public record ItemStock(
            StockLevel level,
            List<StockPosition> balances,
            List<Reservation> reservations,
            List<LedgerLine> movements) {}

    /** @throws org.throughline.kernel.NotFound if there is no such item */
    @Verb(type = "stock-balance", operation = "read")
    public ItemStock of(UUID itemId) {
        StockLevel level = book.levels(List.of(itemId)).get(itemId);
        if (level == null) {
            throw new NotFound("item", itemId);
        }
        return new ItemStock(
                level, book.lots(itemId), reservations.ofItem(itemId), book.movements(itemId, MOVEMENTS_SHOWN));
    }

    /** See {@link StockBook#suggest}. */
    @Verb(type = "stock-balance", operation = "read")
    public List<StockBook.Pick> suggest(UUID itemId, Quantity quantity, @Nullable UUID orderLineId) {
        return book.suggest(itemId, quantity, orderLineId);
    }

    /** See {@link StockCheck#differences}. */
    @Verb(type = "stock-balance", operation = "read")
    public List<StockCheck.Difference> differences() {
        return check.differences();
    }

    /** See {@link StockBook#value}. */
    @Verb(type = "stock-balance", operation = "read")
    public List<StockValue> value() {
        return book.value();
    }
}
