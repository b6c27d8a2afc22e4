package org.throughline.purchasing;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.throughline.database.DatabaseForTests;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Item;
import org.throughline.identity.IdentityGround;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderClass;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;
import org.throughline.order.SalesOrders;
import org.throughline.planning.Suggestions;
import org.throughline.planning.SupplyPegs;
import org.throughline.records.Numbers;
import org.throughline.stock.StockGround;
import org.throughline.web.WebGround;
import org.throughline.workflow.Notice;
import org.throughline.workflow.Notices;
import tools.jackson.databind.json.JsonMapper;

/** Purchasing on the real ground; orders and planning are what a test writes down. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    FactoryGround.class,
    StockGround.class,
    PurchasingRoom.class
})
class HouseForPurchasing {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    Numbers numbers() {
        var counter = new AtomicInteger();
        return rule -> "%s-%03d".formatted(rule.toUpperCase(Locale.ROOT), counter.incrementAndGet());
    }

    @Bean
    Notices notices() {
        return new Notices() {
            @Override
            public void tell(Collection<UUID> users, String code, Map<String, ?> values, @Nullable String link) {}

            @Override
            public void tellRole(String role, String code, Map<String, ?> values, @Nullable String link) {}

            @Override
            public List<Notice> mine(int limit) {
                return List.of();
            }
        };
    }

    @Bean
    Pegs pegs() {
        return new Pegs();
    }

    @Bean
    Suggestions suggestions() {
        return kind -> List.of();
    }

    @Bean
    Lines lines() {
        return new Lines();
    }

    @Bean
    SalesOrders orders(Lines lines) {
        return (SalesOrders) Proxy.newProxyInstance(
                SalesOrders.class.getClassLoader(), new Class<?>[] {SalesOrders.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("linesOf")) {
                        var ids = (Collection<?>) Objects.requireNonNull(arguments)[0];
                        return lines.all.stream()
                                .filter(line -> ids.contains(line.id()))
                                .toList();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** Order lines that a test writes down. */
    static final class Lines {
        final List<OrderLine> all = new ArrayList<>();

        /** A confirmed line over so many of the item, due in a month. */
        OrderLine add(String order, Item item, long quantity) {
            var due = LocalDate.of(2026, 12, 23);
            var amount = Quantity.of(quantity, item.unit());
            all.add(new OrderLine(
                    Identity.fresh(),
                    Identity.fresh(),
                    order,
                    1,
                    Identity.fresh(),
                    item.id(),
                    amount,
                    amount,
                    Quantity.zero(item.unit()),
                    due,
                    due,
                    due,
                    OrderClass.STABLE,
                    50,
                    LineStatus.OPEN,
                    OrderStatus.CONFIRMED,
                    false,
                    null,
                    0));
            return all.getLast();
        }
    }

    /** Shares that a test writes down. */
    static final class Pegs implements SupplyPegs {
        final Map<UUID, List<Share>> shares = new HashMap<>();

        @Override
        public Map<UUID, List<Share>> of(String type, Collection<UUID> supplyIds) {
            var known = new HashMap<>(shares);
            known.keySet().retainAll(supplyIds);
            return known;
        }
    }

    /** Everything purchasing told. */
    static final class Heard {
        final List<BusinessEvent> events = new ArrayList<>();

        @EventListener
        void on(BusinessEvent event) {
            events.add(event);
        }

        <T> List<T> all(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <T> T only(Class<T> type) {
            var told = all(type);
            if (told.size() != 1) {
                throw new AssertionError("%d of %s were told: %s".formatted(told.size(), type.getSimpleName(), events));
            }
            return told.getFirst();
        }
    }
}
