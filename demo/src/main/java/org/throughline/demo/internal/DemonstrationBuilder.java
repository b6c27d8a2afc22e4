package org.throughline.demo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;

/** Builds the demonstration: first the shop, then its history. */
@Component
public class DemonstrationBuilder {

    private static final int SHOP_IS_OLDER_BY_DAYS = 400;

    private final ShopBuilder shopBuilder;
    private final ProductBuilder productBuilder;
    private final SupplyDesk supplyDesk;
    private final History history;
    private final Clock clock;

    DemonstrationBuilder(
            ShopBuilder shopBuilder,
            ProductBuilder productBuilder,
            SupplyDesk supplyDesk,
            History history,
            Clock clock) {
        this.shopBuilder = shopBuilder;
        this.productBuilder = productBuilder;
        this.supplyDesk = supplyDesk;
        this.history = history;
        this.clock = clock;
    }

    /** Builds it as of the morning of {@code today}; the same seed and day give the same factory. */
    public void build(LocalDate today, long seed, Consumer<String> tell) {
        var shop = new Shop();
        var plan = ShopPlan.read();
        var founded = today.minusDays(SHOP_IS_OLDER_BY_DAYS)
                .atTime(LocalTime.of(9, 0))
                .atZone(clock.getZone())
                .toInstant();
        tell.accept("示范工厂：设备、人员、产品 · Demonstration factory: machines, people, products …");
        PlantClock.at(
                founded,
                () -> Actor.system().run(() -> {
                    shopBuilder.build(plan, shop);
                    productBuilder.build(plan, shop);
                    supplyDesk.openStock(plan, shop);
                }));
        history.replay(
                shop,
                today,
                seed,
                (day, percent) -> tell.accept("示范工厂：%s · Demonstration factory: %d %%".formatted(day, percent)));
    }
}
