package org.throughline.engine.mrp;

import java.math.BigDecimal;

/** One level of pegging: this much of a supply of {@code item} serves this requirement. */
public record PegLink(String item, SupplyRef supply, RequirementRef requirement, BigDecimal quantity) {}
