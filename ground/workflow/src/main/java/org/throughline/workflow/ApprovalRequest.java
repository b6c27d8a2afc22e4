package org.throughline.workflow;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody asks that a record be approved.
 *
 * @param recordType e.g. {@code sales-order}
 * @param title      what the approvers read first, e.g. {@code SO-20261122-001 · 华东阀门 · 128,000.00 CNY}
 * @param facts      what the rules are asked about, e.g. {@code amount}, {@code order_class}; numbers as BigDecimal,
 *                   dates as LocalDate, everything else as text
 */
public record ApprovalRequest(String recordType, UUID recordId, String title, Map<String, Object> facts) {

    public ApprovalRequest {
        facts = Map.copyOf(facts);
    }
}
