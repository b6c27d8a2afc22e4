package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.kernel.RuleViolation;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.shipping.PackGoods;
import org.throughline.shipping.ProveDelivery;
import org.throughline.shipping.ShipGoods;
import org.throughline.shopfloor.FloorFacts;

/** The demonstration's warehouse and carriers: what is ready is packed, leaves, and is signed for after some days. */
@Component
class DeliveryDesk {

    private static final List<String> CARRIERS = List.of("通达快运", "安顺物流", "自提", "专车");
    private static final int PACK_PERCENT = 85;
    private static final int SHIP_PERCENT = 85;
    private static final int SIGN_PERCENT = 75;

    private final PackGoods packGoods;
    private final ShipGoods shipGoods;
    private final ProveDelivery proveDelivery;
    private final FloorFacts floor;
    private final SalesOrders orders;

    /** By line: packages, shipments on the road: what the next days go on with. */
    private final Map<UUID, UUID> packed = new LinkedHashMap<>();

    private final Map<UUID, UUID> onTheRoad = new LinkedHashMap<>();

    DeliveryDesk(
            PackGoods packGoods,
            ShipGoods shipGoods,
            ProveDelivery proveDelivery,
            FloorFacts floor,
            SalesOrders orders) {
        this.packGoods = packGoods;
        this.shipGoods = shipGoods;
        this.proveDelivery = proveDelivery;
        this.floor = floor;
        this.orders = orders;
    }

    /** What was sent days ago is signed for, what was packed is sent, what is finished is packed. */
    void deliver(Shop shop, Random random, Collection<UUID> lines) {
        for (var line : List.copyOf(onTheRoad.keySet())) {
            if (random.nextInt(100) < SIGN_PERCENT) {
                sign(shop, line);
            }
        }
        for (var line : List.copyOf(packed.keySet())) {
            if (random.nextInt(100) < SHIP_PERCENT) {
                ship(shop, random, line);
            }
        }
        as(Actor.system(), () -> floor.of(lines)).values().stream()
                .filter(fact -> fact.completedAt() != null)
                .map(FloorFacts.LineOnFloor::orderLineId)
                .filter(line -> !packed.containsKey(line) && !onTheRoad.containsKey(line))
                .sorted()
                .filter(line -> random.nextInt(100) < PACK_PERCENT)
                .forEach(line -> pack(shop, line));
    }

    private void pack(Shop shop, UUID line) {
        try {
            var made =
                    as(shop.actor("warehouse"), () -> packGoods.pack(List.of(new PackGoods.Portion(line, null)), null));
            packed.put(line, made.id());
        } catch (RuleViolation notYet) {
            // it waits for the inspector, or everything is packed already
        }
    }

    private void ship(Shop shop, Random random, UUID line) {
        var warehouse = shop.actor("warehouse");
        var carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
        var tracking = "YD%09d".formatted(random.nextInt(1_000_000_000));
        if (as(warehouse, () -> orders.linesOf(List.of(line))).stream().anyMatch(OrderLine::onHold)) {
            return; // the customer has stopped the order
        }
        var packageId = Objects.requireNonNull(packed.remove(line));
        var shipment = as(warehouse, () -> shipGoods.create(List.of(packageId), null));
        as(warehouse, () -> shipGoods.ship(shipment.id(), carrier, tracking, true));
        onTheRoad.put(line, shipment.id());
    }

    private void sign(Shop shop, UUID line) {
        var shipment = Objects.requireNonNull(onTheRoad.remove(line));
        as(shop.actor("warehouse"), () -> proveDelivery.prove(shipment, null, "收货人签字", null));
    }
}
