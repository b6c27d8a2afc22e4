package org.throughline.factory;

import java.util.UUID;

/**
 * Tools, fixtures or moulds of one kind.
 *
 * @param count how many of the same there are
 * @param ready false while they are in repair or retired
 */
public record Tool(UUID id, String code, String name, int count, boolean ready) {}
