package org.throughline.factory;

import java.util.UUID;

/** Something a person can do, e.g. 氩弧焊. */
public record Skill(UUID id, String code, String name, int version) {}
