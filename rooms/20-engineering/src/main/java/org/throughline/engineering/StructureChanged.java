package org.throughline.engineering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughline.kernel.BusinessEvent;

/** Bill, routing or drawing of these items was released or changed; no items named: of several unknown ones. */
public record StructureChanged(List<UUID> itemIds, Instant at) implements BusinessEvent {}
