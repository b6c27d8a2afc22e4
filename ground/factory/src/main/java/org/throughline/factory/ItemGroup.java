package org.throughline.factory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items that are alike. A made item without a routing is made by one default operation: here it is said where and how
 * long, so that its time is never silently zero.
 *
 * @param defaultWorkCentreId where the default operation runs; null = the first work centre of the plant
 * @param defaultSetupMinutes once per lot
 * @param defaultRunMinutes   for one base unit of the item
 */
public record ItemGroup(
        UUID id,
        String code,
        String name,
        @Nullable UUID defaultWorkCentreId,
        BigDecimal defaultSetupMinutes,
        BigDecimal defaultRunMinutes,
        @Nullable String externalId,
        int version) {}
