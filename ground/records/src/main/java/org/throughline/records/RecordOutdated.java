package org.throughline.records;

import org.springframework.http.HttpStatus;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.RefusedWith;

/** A request was made for a version of a record ({@code If-Match}) that it does not have any more. */
@RefusedWith(HttpStatus.PRECONDITION_FAILED)
public final class RecordOutdated extends RuleViolation {

    private static final long serialVersionUID = 1L;

    /**
     * @param expected the tag that was sent
     * @param now      the record's tag
     */
    public RecordOutdated(String type, String key, String expected, String now) {
        super("record.outdated", "type", type, "key", key, "expected", expected, "now", now);
    }
}
