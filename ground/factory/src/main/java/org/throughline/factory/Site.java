package org.throughline.factory;

import java.util.UUID;

/**
 * A plant.
 *
 * @param zone time zone, e.g. {@code Asia/Shanghai}
 */
public record Site(UUID id, String code, String name, String zone, int version) {}
