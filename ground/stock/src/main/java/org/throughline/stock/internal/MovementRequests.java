package org.throughline.stock.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.Lot;
import org.throughline.stock.Lots;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/** Turns codes and numbers that people type into a movement. */
@Component
class MovementRequests {

    private final Items items;
    private final Locations locations;
    private final Lots lots;

    MovementRequests(Items items, Locations locations, Lots lots) {
        this.items = items;
        this.locations = locations;
        this.lots = lots;
    }

    /** @throws NotFound if item, location or lot is unknown */
    StockMovement movement(MovementRequest request, @Nullable String headerKey) {
        Item item = named(request.item(), items::byCode, items::get, "item");
        String unit = Objects.requireNonNullElse(request.unit(), item.unit());
        var quantity = new Quantity(request.quantity(), unit);
        var place = new StockPlace(
                location(request).id(),
                lot(request, item),
                Objects.requireNonNullElse(request.status(), StockStatus.AVAILABLE));
        StockMovement movement = movement(request, item, quantity, place)
                .forOrderLine(request.orderLineId())
                .because(request.reason())
                .key(request.key() == null ? headerKey : request.key());
        return request.referenceType() == null || request.referenceId() == null
                ? movement
                : movement.reference(request.referenceType(), request.referenceId());
    }

    private StockMovement movement(MovementRequest request, Item item, Quantity quantity, StockPlace place) {
        UUID itemId = item.id();
        return switch (request.kind()) {
            case RECEIPT -> StockMovement.receive(itemId, quantity, place);
            case ISSUE -> StockMovement.issue(itemId, quantity, place);
            case RETURN -> StockMovement.returned(itemId, quantity, place);
            case COMPLETION -> StockMovement.complete(itemId, quantity, place);
            case SHIPMENT -> StockMovement.ship(itemId, quantity, place);
            case OPENING -> StockMovement.open(itemId, quantity, place);
            case ADJUSTMENT ->
                StockMovement.adjust(itemId, quantity, place, Objects.requireNonNullElse(request.reason(), ""));
            case TRANSFER -> StockMovement.transfer(itemId, quantity, place, target(request, place));
            case STATUS ->
                StockMovement.changeStatus(
                        itemId,
                        quantity,
                        place,
                        Objects.requireNonNullElse(request.toStatus(), StockStatus.AVAILABLE),
                        target(request, place));
        };
    }

    private UUID target(MovementRequest request, StockPlace from) {
        String to = request.toLocation();
        return to == null
                ? from.locationId()
                : named(to, locations::byCode, locations::get, "location").id();
    }

    private Location location(MovementRequest request) {
        String location = request.location();
        if (location != null) {
            return named(location, locations::byCode, locations::get, "location");
        }
        return locations.usual(
                switch (request.kind()) {
                    case RECEIPT, ISSUE, RETURN, TRANSFER, STATUS, COMPLETION, ADJUSTMENT, OPENING ->
                        Location.Kind.STORE;
                    case SHIPMENT -> Location.Kind.SHIPPING;
                });
    }

    private @Nullable UUID lot(MovementRequest request, Item item) {
        String number = request.lot();
        if (number == null || number.isBlank()) {
            return null;
        }
        boolean opens = switch (request.kind()) {
            case RECEIPT, COMPLETION, OPENING, ADJUSTMENT, RETURN -> true;
            case ISSUE, TRANSFER, STATUS, SHIPMENT -> false;
        };
        Optional<Lot> known = lots.find(item.id(), number);
        if (known.isEmpty() && opens && request.quantity().signum() > 0) {
            return lots.open(new Lots.NewLot(item.id(), number, request.supplierLot(), request.expiresOn(), null, null))
                    .id();
        }
        return known.map(Lot::id).orElseThrow(() -> new NotFound("lot", number));
    }

    private static <T> T named(String text, Function<String, Optional<T>> byCode, Function<UUID, T> byId, String type) {
        Optional<T> found = byCode.apply(text);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return byId.apply(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound(type, text);
        }
    }
}
