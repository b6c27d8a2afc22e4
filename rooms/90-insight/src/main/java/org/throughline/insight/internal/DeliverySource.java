package org.throughline.insight.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.quality.Inspection;
import org.throughline.quality.Nonconformance;
import org.throughline.quality.QualityFacts;
import org.throughline.quality.QualityFacts.LineInQuality;
import org.throughline.shipping.ShippingFacts;
import org.throughline.shipping.ShippingFacts.LineInShipping;

/** What quality and shipping know: inspected, failed, packed, shipped, accepted. */
@Component
@Order(70)
class DeliverySource implements LineSource {

    private final QualityFacts quality;
    private final ShippingFacts shipping;

    DeliverySource(QualityFacts quality, ShippingFacts shipping) {
        this.quality = quality;
        this.shipping = shipping;
    }

    @Override
    public void contribute(Map<UUID, LineFactsBuilder> lines) {
        var inspected = quality.of(lines.keySet());
        var shipped = shipping.of(lines.keySet());
        lines.forEach((id, builder) -> {
            inspected(builder, inspected.get(id));
            var delivery = shipped.get(id);
            if (delivery != null) {
                shipped(builder, delivery);
            }
        });
    }

    private static void inspected(LineFactsBuilder builder, @Nullable LineInQuality fact) {
        var produced = builder.passedAt(MilestoneKind.PRODUCTION);
        if (fact == null) {
            if (!builder.item().inspectOnCompletion()) {
                builder.passed(
                        MilestoneKind.INSPECTED,
                        produced,
                        "sales-order-line",
                        builder.line().id());
            }
            return;
        }
        var ofProduct = fact.inspections().stream()
                .filter(inspection -> inspection.itemId().equals(builder.item().id()))
                .toList();
        boolean waiting = ofProduct.stream().anyMatch(inspection -> inspection.status() == Inspection.Status.OPEN);
        if (produced != null && !waiting) {
            var last = ofProduct.stream()
                    .filter(inspection -> inspection.decidedAt() != null)
                    .findFirst()
                    .orElse(null);
            if (last == null) {
                builder.passed(
                        MilestoneKind.INSPECTED,
                        produced,
                        "sales-order-line",
                        builder.line().id());
            } else {
                builder.passed(MilestoneKind.INSPECTED, later(produced, last.decidedAt()), "inspection", last.id());
                builder.owner(MilestoneKind.INSPECTED, last.inspectorId());
                builder.handover(MilestoneKind.INSPECTED, last.requestedAt(), last.decidedAt());
            }
        }
        for (var failure : fact.nonconformances()) {
            if (failure.disposition() == Nonconformance.Disposition.OPEN) {
                builder.trouble(new Trouble(
                        Trouble.Kind.FAILED_CHECK,
                        MilestoneKind.INSPECTED,
                        "nonconformance",
                        failure.id(),
                        1,
                        Map.of(
                                "item", builder.item().name(),
                                "quantity",
                                        failure.quantity()
                                                .amount()
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                "unit", failure.quantity().unit()),
                        failure.ownerId(),
                        null));
            }
        }
    }

    private static void shipped(LineFactsBuilder builder, LineInShipping fact) {
        var wanted = builder.line().quantity();
        var line = builder.line().id();
        if (fact.packed().compareTo(wanted) >= 0) {
            builder.passed(MilestoneKind.PACKED, fact.packedAt(), "sales-order-line", line);
        }
        if (fact.shipped().compareTo(wanted) >= 0) {
            builder.passed(MilestoneKind.SHIPPED, fact.shippedAt(), "sales-order-line", line);
        }
        if (fact.delivered().compareTo(wanted) >= 0) {
            builder.passed(MilestoneKind.ACCEPTED, fact.deliveredAt(), "sales-order-line", line);
        }
        builder.owner(MilestoneKind.PACKED, fact.packedBy());
        builder.owner(MilestoneKind.SHIPPED, fact.shippedBy());
        builder.handover(MilestoneKind.PACKED, builder.passedAt(MilestoneKind.INSPECTED), fact.packedAt());
        builder.handover(MilestoneKind.SHIPPED, fact.packedAt(), fact.shippedAt());
        builder.handover(MilestoneKind.ACCEPTED, fact.shippedAt(), fact.deliveredAt());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
