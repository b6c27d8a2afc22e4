package org.throughline.insight.internal;

import java.util.UUID;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;

/** Where in the product a step or a remedy is done. */
final class LineLinks {

    private LineLinks() {}

    static String ofStage(UUID line, MilestoneKind stage) {
        return switch (stage) {
            case RECEIVED, ENGINEERED, INSPECTED, PAID, PRODUCTION -> "/orders/" + line + "?node=" + stage;
            case REVIEWED -> "/orders/" + line + "?do=review";
            case CONFIRMED -> "/orders/" + line + "?do=confirm";
            case MATERIAL -> "/planning?line=" + line;
            case RELEASED -> "/records/work-order?line=" + line;
            case PACKED, SHIPPED, ACCEPTED -> "/warehouse?tab=shipping&line=" + line;
        };
    }

    static String ofTrouble(UUID line, String kind) {
        return switch (Trouble.Kind.valueOf(kind)) {
            case REVIEW_WAITING -> "/orders/" + line + "?do=review";
            case APPROVAL_WAITING -> "/approvals?line=" + line;
            case DRAWING_MISSING -> "/orders/" + line + "?node=ENGINEERED";
            case STRUCTURE_MISSING -> "/records/bom";
            case SHORTAGE, NOT_PLANNED -> "/planning?line=" + line;
            case SUPPLIER_SLIP -> "/records/purchase-order-line?line=" + line;
            case OPERATION_LATE, MACHINE_DOWN -> "/schedule?line=" + line;
            case FAILED_CHECK -> "/records/nonconformance?line=" + line;
            case CHANGE_PENDING -> "/planning?tab=changes&line=" + line;
            case NOT_SHIPPED -> "/warehouse?tab=shipping&line=" + line;
        };
    }
}
