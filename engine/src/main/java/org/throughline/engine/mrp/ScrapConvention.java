package org.throughline.engine.mrp;

/** How a component scrap rate inflates a requirement: 4 % on 1.2 kg is 1.248 kg or 1.25 kg. */
public enum ScrapConvention {
    /** quantity × (1 + rate): loss on top of the net quantity (损耗率). */
    ON_NET,
    /** quantity ÷ (1 − rate): the net quantity is the yield of the gross one. */
    YIELD
}
