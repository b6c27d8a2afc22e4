package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Identity;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.internal.Rows.Row;

/** One row on its way through an import. */
final class ImportRow {

    /** What will be done with the row. */
    enum Action {
        INSERT,
        UPDATE,
        NOTHING
    }

    /**
     * Why it is rejected.
     *
     * @param column header; null: the row as a whole
     */
    record Problem(@Nullable String column, @Nullable String value, RuleViolation refusal) {}

    final int number;
    final Map<String, @Nullable Object> raw;
    final Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    final List<Problem> problems = new ArrayList<>();
    Action action = Action.NOTHING;
    UUID id = Identity.fresh();

    @Nullable
    Row before;

    /**
     * @param number as the file counts it
     * @param raw    by field name, as the file has it
     */
    ImportRow(int number, Map<String, @Nullable Object> raw) {
        this.number = number;
        this.raw = raw;
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    void reject(@Nullable String column, @Nullable Object value, RuleViolation refusal) {
        problems.add(new Problem(column, value == null ? null : Rows.shown(value), refusal));
        action = Action.NOTHING;
    }
}
