package org.throughline.planning;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.throughline.database.DatabaseForTests;
import org.throughline.factory.FactoryGround;
import org.throughline.factory.Items;
import org.throughline.identity.IdentityGround;
import org.throughline.web.WebGround;
import tools.jackson.databind.json.JsonMapper;

/** The rooms around planning, as tests write them down. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DatabaseForTests.class, WebGround.class, IdentityGround.class, FactoryGround.class, PlanningRoom.class})
class PlantForTests {

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    FakeOrders orders() {
        return new FakeOrders();
    }

    @Bean
    FakeOrderChanges orderChanges() {
        return new FakeOrderChanges();
    }

    @Bean
    FakeStructures structures() {
        return new FakeStructures();
    }

    @Bean
    FakeReservations reservations() {
        return new FakeReservations();
    }

    @Bean
    FakeStock stock(Items items, FakeReservations reservations) {
        return new FakeStock(items, reservations);
    }

    @Bean
    FakeFloor floor() {
        return new FakeFloor();
    }

    @Bean
    FakePlant plant(
            Items items,
            FakeOrders orders,
            FakeOrderChanges orderChanges,
            FakeStructures structures,
            FakeStock stock,
            FakeReservations reservations,
            FakeFloor floor) {
        return new FakePlant(items, orders, orderChanges, structures, stock, reservations, floor);
    }
}
