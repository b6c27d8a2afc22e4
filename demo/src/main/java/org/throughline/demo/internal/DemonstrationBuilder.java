package org.throughline.demo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.demo.DemonstrationFactory.Progress;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;

/** Builds the demonstration: first the shop, then its history. */
@Component
public class DemonstrationBuilder {

    /** The password of every demonstration account; printed at the start. */
    public static final String PASSWORD = "throughline";

    private static final int SHOP_IS_OLDER_BY_DAYS = 400;

    private final ShopBuilder shopBuilder;
    private final ProductBuilder productBuilder;
    private final SupplyDesk supplyDesk;
    private final History history;
    private final String size;
    private final Clock clock;

    DemonstrationBuilder(
            ShopBuilder shopBuilder,
            ProductBuilder productBuilder,
            SupplyDesk supplyDesk,
            History history,
            @Value("${throughline.demonstration:FULL}") String size,
            Clock clock) {
        this.shopBuilder = shopBuilder;
        this.productBuilder = productBuilder;
        this.supplyDesk = supplyDesk;
        this.history = history;
        this.size = size;
        this.clock = clock;
    }

    /**
     * Builds it as it is now on {@code today}; the same seed and day give the same factory.
     *
     * @param tell hears how far it is
     */
    public void build(LocalDate today, long seed, Consumer<Progress> tell) {
        var shop = new Shop();
        var plan = ShopPlan.read();
        var shape = Shape.of(size);
        var opening = today.minusDays(SHOP_IS_OLDER_BY_DAYS);
        tell.accept(new Progress(0, opening, 0, 0));
        PlantClock.at(
                opening.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant(),
                () -> Actor.system().run(() -> {
                    shopBuilder.build(plan, shop);
                    productBuilder.build(plan, shop);
                    supplyDesk.openStock(plan, shop);
                }));
        history.replay(shop, today, shape, seed, tell);
    }
}
