package org.throughline.engineering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * A whole bill of material as somebody wants it to be.
 *
 * @param revision     e.g. {@code A}
 * @param status       DRAFT, or RELEASED to make it valid at once
 * @param baseQuantity the lot of the parent the lines are for, in its base unit, more than 0
 * @param lines        all of them: lines that are not named are removed
 */
public record BomDraft(
        UUID itemId,
        String revision,
        RevisionStatus status,
        BigDecimal baseQuantity,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Line> lines) {

    public BomDraft {
        lines = List.copyOf(lines);
    }

    /** A released bill for one of the item, valid always. */
    public static BomDraft released(UUID itemId, String revision, Line... lines) {
        return new BomDraft(itemId, revision, RevisionStatus.RELEASED, BigDecimal.ONE, null, null, List.of(lines));
    }

    /**
     * One component.
     *
     * @param quantityPer in any unit of the component
     * @param fixedLoss   in the same unit
     * @param validTo     the first day it is no longer valid
     * @param externalKey where it came from; null: its position tells lines apart
     */
    public record Line(
            int position,
            UUID componentId,
            Quantity quantityPer,
            BigDecimal scrapRate,
            ScrapConvention scrapConvention,
            BigDecimal fixedLoss,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Integer operationSequence,
            @Nullable String alternateGroup,
            int alternatePriority,
            @Nullable String externalKey) {

        /** A component without losses, valid always. */
        public static Line of(int position, UUID componentId, Quantity quantityPer) {
            return new Line(
                    position,
                    componentId,
                    quantityPer,
                    BigDecimal.ZERO,
                    ScrapConvention.ON_TOP,
                    BigDecimal.ZERO,
                    null,
                    null,
                    null,
                    null,
                    1,
                    null);
        }
    }
}
