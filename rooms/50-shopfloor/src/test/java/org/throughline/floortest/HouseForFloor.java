package org.throughline.floortest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.Schema;
import org.throughline.engineering.EngineeringRoom;
import org.throughline.factory.FactoryGround;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.BusinessEvent;
import org.throughline.planning.Kit;
import org.throughline.planning.Kitting;
import org.throughline.records.Numbers;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.ShopfloorRoom;
import org.throughline.stock.StockGround;
import org.throughline.web.WebGround;
import tools.jackson.databind.json.JsonMapper;

/** The floor with real ground and structures; orders, kits and the schedule are what a test writes down. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    FactoryGround.class,
    StockGround.class,
    EngineeringRoom.class,
    ShopfloorRoom.class,
    FloorScene.class,
    FloorWork.class
})
public class HouseForFloor {

    @Bean
    Schema salesSchema() {
        return new Schema("sales", 10);
    }

    @Bean
    Numbers numbers() {
        var counter = new AtomicInteger();
        return rule -> "%s-%03d".formatted(rule.toUpperCase(Locale.ROOT), counter.incrementAndGet());
    }

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    FakeOrders orders() {
        return new FakeOrders();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    Kitting kitting() {
        return new Kitting() {
            @Override
            public Map<UUID, Kit> ofLines(Collection<UUID> orderLineIds) {
                return Map.of();
            }

            @Override
            public Map<UUID, Kit> ofWorkOrders(Collection<UUID> workOrderIds) {
                return Map.of();
            }
        };
    }

    @Bean
    Slots slots() {
        return new Slots() {
            @Override
            public Map<UUID, Slot> of(Collection<UUID> operationIds) {
                return Map.of();
            }

            @Override
            public Map<UUID, List<Slot>> forLines(Collection<UUID> orderLineIds) {
                return Map.of();
            }

            @Override
            public List<Slot> dispatchList(@Nullable UUID workCentreId, @Nullable UUID machineId) {
                return List.of();
            }

            @Override
            public Map<LocalDate, Set<UUID>> plannedToEnd(LocalDate from, LocalDate to) {
                return Map.of();
            }
        };
    }

    /** Everything the rooms told. */
    public static class Heard {

        private final List<BusinessEvent> events = new ArrayList<>();

        @EventListener
        void on(BusinessEvent event) {
            synchronized (events) {
                events.add(event);
            }
        }

        /** What was told of this kind, in its order. */
        public <T extends BusinessEvent> List<T> of(Class<T> type) {
            synchronized (events) {
                return events.stream().filter(type::isInstance).map(type::cast).toList();
            }
        }

        /** Forgets everything. */
        public void clear() {
            synchronized (events) {
                events.clear();
            }
        }
    }
}
