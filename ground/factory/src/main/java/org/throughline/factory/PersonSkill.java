package org.throughline.factory;

import java.util.UUID;

/**
 * What a person can do, and how well.
 *
 * @param grade 1 = learns, 2 = works alone, 3 = trains others
 */
public record PersonSkill(UUID personId, UUID skillId, int grade) {}
