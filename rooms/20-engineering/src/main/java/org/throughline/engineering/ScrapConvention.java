package org.throughline.engineering;

/** What a scrap rate of a component means. */
public enum ScrapConvention {
    /** Needed = net × (1 + rate): 4 % on 1.2 kg is 1.248 kg. */
    ON_TOP,
    /** Needed = net ÷ (1 − rate): 4 % on 1.2 kg is 1.25 kg. */
    YIELD
}
