package org.throughline.exchange;

import java.util.List;

/**
 * What an import did. Every row that was read is counted exactly once: {@code read = inserted + updated + unchanged +
 * rejected + leftOut}.
 *
 * @param source e.g. {@code adventureworks}
 * @param tables in the order in which they were imported
 */
public record ImportReport(String source, List<Table> tables) {

    public ImportReport {
        tables = List.copyOf(tables);
    }

    /** Whether nothing was written: every row was known already, or was rejected. */
    public boolean changedNothing() {
        return tables.stream().allMatch(table -> table.inserted() == 0 && table.updated() == 0);
    }

    /**
     * One table, sheet or model.
     *
     * @param name     as in the source, with its file
     * @param leftOut  rows of a table that has no place here at all; the remark says why
     * @param rejected the rows that were not imported, each with its reason
     * @param remarks  what was decided for the table as a whole, e.g. columns that have no place here
     */
    public record Table(
            String name,
            int read,
            int inserted,
            int updated,
            int unchanged,
            int leftOut,
            List<Rejected> rejected,
            List<String> remarks) {

        public Table {
            rejected = List.copyOf(rejected);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A row that was not imported.
     *
     * @param row    line of the file, row of the sheet, or place in the list; counts from 1
     * @param code   stable, e.g. {@code exchange.not-carried}
     * @param reason in the language of the one who imported
     */
    public record Rejected(String file, int row, String code, String reason) {}
}
