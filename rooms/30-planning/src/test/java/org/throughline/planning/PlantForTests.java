package org.throughline.planning;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.throughline.factory.Items;

/** The rooms around planning, as tests write them down. */
@TestConfiguration(proxyBeanMethods = false)
class PlantForTests {

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
}
