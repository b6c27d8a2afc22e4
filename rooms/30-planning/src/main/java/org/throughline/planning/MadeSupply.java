package org.throughline.planning;

import java.util.UUID;

/**
 * What a suggestion became.
 *
 * @param type   record type of the supply: {@code work-order} or {@code purchase-order-line}
 * @param id     the work order or purchase order line
 * @param number what people read aloud
 */
public record MadeSupply(UUID suggestionId, String type, UUID id, String number) {}
