package org.throughline.records.internal;

/**
 * A column as PostgreSQL has it.
 *
 * @param type      e.g. {@code numeric}, {@code timestamp with time zone}
 * @param precision digits in all of a numeric; 0: unlimited or no numeric
 * @param scale     digits after the point of a numeric
 * @param defaults  whether the database fills it when nothing is given
 */
record Column(String name, String type, int precision, int scale, boolean notNull, boolean defaults) {

    boolean isText() {
        return "text".equals(type) || type.startsWith("character");
    }

    boolean isUuid() {
        return "uuid".equals(type);
    }
}
