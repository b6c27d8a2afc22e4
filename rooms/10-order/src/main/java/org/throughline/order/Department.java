package org.throughline.order;

/** Who answers "can we, when, how much" before an order is accepted. */
public enum Department {
    SALES,
    ENGINEERING,
    PRODUCTION
}
