package org.throughline.database;

/**
 * A module's own database schema. Its migrations stand in {@code classpath:db/migration/<name>} and run in ascending
 * order of the modules, so that a module may refer to the tables of the ground it stands on.
 *
 * @param name  lower case, e.g. {@code sales}
 * @param order the place in the house, e.g. 10 for room 10
 */
public record Schema(String name, int order) {

    /** The platform's own: organisations, audit trail, guards. */
    public static final Schema PLATFORM = new Schema("platform", 1);

    /** @throws IllegalArgumentException if the name is not a plain lower-case identifier */
    public Schema {
        if (!name.matches("[a-z][a-z_]{1,30}")) {
            throw new IllegalArgumentException("A schema's name is lower-case letters: (%s).".formatted(name));
        }
    }
}
