package org.throughline.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many records at once, with the same rules as an imported file: good rows are written in one transaction. */
public interface RecordImports {

    /** What an import does with rows that are there already, or are not. */
    enum Mode {
        /** Makes new records and changes those that are there. */
        UPSERT,
        /** Makes new records only; a row that is there already is refused. */
        INSERT,
        /** Changes records only; a row that is not there is refused. */
        UPDATE
    }

    /**
     * Imports rows.
     *
     * @param source what the rows come from, e.g. a file's name
     * @param rows   values by field name; references as id, code or name; blank values leave a record as it is
     * @param dryRun does everything and takes it back
     */
    ImportOutcome run(
            String type,
            String source,
            List<? extends Map<String, ? extends @Nullable Object>> rows,
            Mode mode,
            boolean dryRun);
}
