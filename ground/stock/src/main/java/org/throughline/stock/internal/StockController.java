package org.throughline.stock.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.stock.LedgerLine;
import org.throughline.stock.PostStockMovement;
import org.throughline.stock.ReleaseReservation;
import org.throughline.stock.Reservation;
import org.throughline.stock.StockBook;
import org.throughline.stock.StockCheck;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockPosition;
import org.throughline.stock.StockValue;
import org.throughline.stock.ViewStock;
import org.throughline.web.Price;

/** {@code /api/stock}: translates HTTP to the ledger, the book and the check. */
@RestController
@RequestMapping("/api/stock")
class StockController {

    private final PostStockMovement postMovement;
    private final ReleaseReservation releaseReservation;
    private final ViewStock viewStock;
    private final MovementRequests requests;
    private final Items items;

    StockController(
            PostStockMovement postMovement,
            ReleaseReservation releaseReservation,
            ViewStock viewStock,
            MovementRequests requests,
            Items items) {
        this.postMovement = postMovement;
        this.releaseReservation = releaseReservation;
        this.viewStock = viewStock;
        this.requests = requests;
        this.items = items;
    }

    /** 201 the movement's identity · 409 the rule that said no · 404 no such item, lot or location. */
    @PostMapping("/movements")
    @ResponseStatus(HttpStatus.CREATED)
    Posted post(
            @RequestBody MovementRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return new Posted(postMovement.post(requests.movement(request, key)));
    }

    /** Everything about one item's stock: levels, balances first in first out, reservations, the last movements. */
    @GetMapping("/items/{itemId}")
    ItemStockView item(@PathVariable UUID itemId) {
        var item = items.get(itemId);
        var stock = viewStock.of(itemId);
        return new ItemStockView(
                itemId,
                item.code(),
                item.name(),
                item.unit(),
                stock.level(),
                stock.balances(),
                stock.reservations(),
                stock.movements());
    }

    /** Which goods to take, first in first out. */
    @GetMapping("/items/{itemId}/suggestion")
    List<StockBook.Pick> suggestion(
            @PathVariable UUID itemId,
            @RequestParam BigDecimal quantity,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID orderLineId) {
        String shownUnit = unit == null ? items.get(itemId).unit() : unit;
        return viewStock.suggest(itemId, new Quantity(quantity, shownUnit), orderLineId);
    }

    /** Derives all balances again from the ledger; an empty list means the books are right. */
    @GetMapping("/check")
    Checked check() {
        var differences = viewStock.differences();
        return new Checked(differences.isEmpty(), differences);
    }

    /** Value at standard cost; amounts only for those who see prices. */
    @GetMapping("/value")
    List<ValueView> value() {
        return viewStock.value().stream().map(ValueView::of).toList();
    }

    /** 200 the closed reservation. */
    @PostMapping("/reservations/{id}/release")
    Reservation release(@PathVariable UUID id) {
        return releaseReservation.release(id);
    }

    record Posted(UUID id) {}

    record Checked(boolean right, List<StockCheck.Difference> differences) {}

    record ItemStockView(
            UUID itemId,
            String code,
            String name,
            String unit,
            StockLevel level,
            List<StockPosition> balances,
            List<Reservation> reservations,
            List<LedgerLine> movements) {}

    record ValueView(
            String currency,
            @Nullable @Price BigDecimal total,
            @Nullable @Price BigDecimal exact,
            List<ItemValueView> items) {

        static ValueView of(StockValue value) {
            return new ValueView(
                    value.currency(),
                    value.total().amount(),
                    value.exact(),
                    value.items().stream().map(ItemValueView::of).toList());
        }
    }

    record ItemValueView(
            UUID itemId,
            String itemCode,
            BigDecimal quantity,
            String unit,
            @Nullable @Price BigDecimal cost,
            @Nullable @Price BigDecimal exact) {

        static ItemValueView of(StockValue.ItemValue value) {
            return new ItemValueView(
                    value.itemId(),
                    value.itemCode(),
                    value.quantity().amount(),
                    value.quantity().unit(),
                    value.cost().amount(),
                    value.exact());
        }
    }
}
