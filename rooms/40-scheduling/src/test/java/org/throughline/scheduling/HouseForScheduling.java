package org.throughline.scheduling;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.throughline.database.DatabaseForTests;
import org.throughline.engineering.Routing;
import org.throughline.engineering.Structures;
import org.throughline.factory.FactoryGround;
import org.throughline.identity.IdentityGround;
import org.throughline.order.SalesOrders;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.web.WebGround;
import tools.jackson.databind.json.JsonMapper;

/** Scheduling on the real ground; work, requirements and routings are what a test writes down. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DatabaseForTests.class, WebGround.class, IdentityGround.class, FactoryGround.class, SchedulingRoom.class})
class HouseForScheduling {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    Work work() {
        return new Work();
    }

    @Bean
    Wanted wanted() {
        return new Wanted();
    }

    @Bean
    SalesOrders orders() {
        return (SalesOrders) Proxy.newProxyInstance(
                SalesOrders.class.getClassLoader(),
                new Class<?>[] {SalesOrders.class},
                (proxy, method, arguments) -> method.getReturnType() == String.class ? "" : List.of());
    }

    @Bean
    Structures structures(Wanted wanted) {
        return (Structures) Proxy.newProxyInstance(
                Structures.class.getClassLoader(), new Class<?>[] {Structures.class}, (proxy, method, arguments) -> {
                    var known = new HashMap<>(wanted.routings);
                    known.keySet().retainAll((Collection<?>) Objects.requireNonNull(arguments)[0]);
                    return known;
                });
    }

    /** Open operations that a test writes down. */
    static final class Work implements WorkToSchedule {
        final List<OperationToSchedule> all = new ArrayList<>();

        @Override
        public List<OperationToSchedule> open() {
            return List.copyOf(all);
        }
    }

    /** Requirements and routings that a test writes down. */
    static final class Wanted implements Requirements, Requirements.Found {
        final Map<UUID, Routing> routings = new HashMap<>();

        @Nullable
        RequirementNode tree;

        @Override
        public RequirementNode ofLine(UUID orderLineId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Inquiries inquiries() {
            return (item, quantity, line) -> this;
        }

        @Override
        public RequirementNode tree() {
            return Objects.requireNonNull(tree);
        }

        @Override
        public void take() {
            // what a test writes down does not run out
        }
    }
}
