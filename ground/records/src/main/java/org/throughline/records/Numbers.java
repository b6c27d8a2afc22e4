package org.throughline.records;

/** Business numbers by rule, e.g. {@code SO-20261122-001}. */
public interface Numbers {

    /**
     * Takes the next number, in the caller's transaction: the rule's row stays locked until it ends, so no number is
     * given twice and none is lost by a roll-back.
     *
     * @param rule the rule's code, by custom the record type's name, e.g. {@code sales-order}; a rule that does not
     *             exist yet is made with a pattern from its name's initials and the day, {@code SO-{yyyyMMdd}-{###}}
     */
    String next(String rule);
}
