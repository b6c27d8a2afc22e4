package org.throughline.factory;

import java.util.UUID;

/**
 * A unit of measure.
 *
 * @param code      UN/ECE Recommendation 20, e.g. {@code KGM}; a trade's own unit may be added under a free code
 * @param nameZh    e.g. 千克
 * @param nameEn    e.g. kilogram
 * @param dimension units of one dimension convert into each other, e.g. {@code MASS}; packages are {@code COUNT} only
 *                  when they are a fixed number of pieces, otherwise {@code PACKAGE}, which never converts by itself
 * @param toBase    one of this unit in units of the dimension's base
 */
public record Unit(UUID id, String code, String nameZh, String nameEn, String dimension, Ratio toBase) {}
