package org.throughline.records;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param total     rows with something in them
 * @param mapping   the file's headers and the fields they mean; a header that means nothing maps to an empty text
 * @param errors    the first rejected values, by row
 * @param errorFile where the rejected rows can be fetched with their reasons; null if there are none
 */
public record ImportOutcome(
        UUID id,
        int total,
        int inserted,
        int updated,
        int unchanged,
        int rejected,
        boolean dryRun,
        Map<String, String> mapping,
        List<RowError> errors,
        @Nullable String errorFile) {

    /**
     * Why a row cannot be taken.
     *
     * @param row    as the file counts it, from 1
     * @param column its header; null: the row as a whole
     * @param reason in the language of the one who imports
     */
    public record RowError(
            int row, @Nullable String column, @Nullable String value, String reason, String code) {}
}
