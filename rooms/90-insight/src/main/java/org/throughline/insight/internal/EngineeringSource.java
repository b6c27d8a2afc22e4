package org.throughline.insight.internal;

import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughline.engineering.EngineeringFacts;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;

/** What engineering knows: structure and drawing are there, or what is missing. */
@Component
@Order(20)
class EngineeringSource implements LineSource {

    private final EngineeringFacts engineering;

    EngineeringSource(EngineeringFacts engineering) {
        this.engineering = engineering;
    }

    @Override
    public void contribute(Map<UUID, LineFactsBuilder> lines) {
        var facts = engineering.of(lines.keySet());
        lines.forEach((id, builder) -> {
            var fact = facts.get(id);
            var confirmed = builder.passedAt(MilestoneKind.CONFIRMED);
            if (fact == null || confirmed == null) {
                return;
            }
            var engineered = fact.needsEngineering() ? fact.engineeredAt() : confirmed;
            if (engineered != null) {
                var at = engineered.isBefore(confirmed) ? confirmed : engineered;
                builder.passed(
                        MilestoneKind.ENGINEERED, at, "item", builder.item().id());
                builder.handover(MilestoneKind.ENGINEERED, confirmed, at);
            }
            builder.owner(MilestoneKind.ENGINEERED, fact.ownerUserId());
            if (fact.needsEngineering() && !fact.hasBom()) {
                builder.trouble(trouble(builder, Trouble.Kind.STRUCTURE_MISSING, fact.ownerUserId()));
            } else if (fact.hasDrawing() && !fact.drawingConfirmed()) {
                builder.trouble(trouble(builder, Trouble.Kind.DRAWING_MISSING, fact.ownerUserId()));
            }
        });
    }

    private static Trouble trouble(
            LineFactsBuilder builder, Trouble.Kind kind, @org.jspecify.annotations.Nullable UUID owner) {
        var item = builder.item();
        var drawing = item.drawingNumber() == null ? item.code() : item.drawingNumber();
        return new Trouble(
                kind,
                MilestoneKind.ENGINEERED,
                "item",
                item.id(),
                0,
                Map.of("item", item.name(), "drawing", drawing),
                owner,
                null);
    }
}
