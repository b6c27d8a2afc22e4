package org.throughline.records;

import org.jspecify.annotations.Nullable;

/** A room's own rule over a record that is written through the catalogue: by form, import or API. */
@FunctionalInterface
public interface RecordCheck {

    /**
     * Called before the write, in its transaction.
     *
     * @param before the record as it is (with {@code id}); null if it is being made
     * @param after  the record as it would be, all fields (with {@code id}); null if it is being deleted
     * @throws org.throughline.kernel.RuleViolation if the rule says no
     */
    void check(@Nullable RecordValues before, @Nullable RecordValues after);
}
