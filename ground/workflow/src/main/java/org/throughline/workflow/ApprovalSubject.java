package org.throughline.workflow;

import java.util.List;
import org.throughline.records.Field;

/**
 * Bean: a record type that walks through approval, and the facts its rules may ask about and its approvers see. A fact of
 * kind price is shown only to those who see prices.
 *
 * @param recordType e.g. {@code sales-order}
 * @param facts      in the order in which approvers read them; their names are the keys of {@link ApprovalRequest#facts}
 */
public record ApprovalSubject(String recordType, List<Field> facts) {

    /** Copies the facts. */
    public ApprovalSubject {
        facts = List.copyOf(facts);
    }
}
