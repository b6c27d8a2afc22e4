package org.throughline.quality;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/** What quality knows about order lines, for those downstream. */
public interface QualityFacts {

    /**
     * The facts of these lines, in a fixed number of statements whatever their number. A line that was never inspected is
     * missing.
     */
    Map<UUID, LineInQuality> of(Collection<UUID> orderLineIds);

    /**
     * One inspection as it stands; its quantity grows while further goods of the same lot come in.
     *
     * @throws org.throughline.kernel.NotFound if there is none
     */
    Inspection inspection(UUID inspectionId);

    /**
     * One order line in quality.
     *
     * @param waiting         inspections that nobody has decided
     * @param failed          inspections with something rejected whose nonconformance is still open
     * @param lastDecidedAt   null: none was decided
     * @param inspections     newest first
     * @param nonconformances newest first
     */
    record LineInQuality(
            UUID orderLineId,
            int waiting,
            int failed,
            @Nullable Instant lastDecidedAt,
            List<InspectionOfLine> inspections,
            List<NonconformanceOfLine> nonconformances) {

        public LineInQuality {
            inspections = List.copyOf(inspections);
            nonconformances = List.copyOf(nonconformances);
        }
    }

    /**
     * One inspection.
     *
     * @param workOrderId what was finished; null: it came from a supplier
     * @param inspectorId account that decided; null while open
     */
    record InspectionOfLine(
            UUID id,
            String number,
            Inspection.Kind kind,
            Inspection.Status status,
            UUID itemId,
            Quantity quantity,
            Quantity accepted,
            Quantity rejected,
            @Nullable String reason,
            @Nullable UUID workOrderId,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable UUID inspectorId,
            @Nullable String inspector) {}

    /** One nonconformance. */
    record NonconformanceOfLine(
            UUID id,
            String number,
            UUID itemId,
            Quantity quantity,
            String reason,
            Nonconformance.Disposition disposition,
            @Nullable UUID ownerId,
            @Nullable UUID workOrderId,
            Instant raisedAt,
            @Nullable Instant decidedAt) {}
}
