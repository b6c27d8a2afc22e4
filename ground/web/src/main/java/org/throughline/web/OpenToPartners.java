package org.throughline.web;

/**
 * Bean: external accounts are told that something in this table changed (not which rows), so that their pages look again.
 *
 * @param table {@code schema.table}
 */
public record OpenToPartners(String table) {}
