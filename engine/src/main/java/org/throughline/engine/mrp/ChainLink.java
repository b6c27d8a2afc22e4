package org.throughline.engine.mrp;

import java.math.BigDecimal;

/**
 * All levels of pegging: this much of a supply of {@code item} is there for that demand line, through whatever orders lie
 * between.
 */
public record ChainLink(String item, SupplyRef supply, String demand, BigDecimal quantity) {}
