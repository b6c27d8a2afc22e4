package org.throughline.records;

/**
 * One value of a {@link FieldKind#CHOICE} field.
 *
 * @param value  the code kept in the table, e.g. {@code MAKE}
 * @param labels as people read it
 * @param tone   colour of its chip: {@code grey}, {@code blue}, {@code green}, {@code amber}, {@code red}
 */
public record Choice(String value, Labels labels, String tone) {}
