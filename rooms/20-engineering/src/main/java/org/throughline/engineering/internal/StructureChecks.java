package org.throughline.engineering.internal;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.engineering.StructureRefused;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.UnitRefused;
import org.throughline.factory.Units;
import org.throughline.records.RecordValues;

/** The room's rules over bills, routings and drawings that are written by form, import or the generic API. */
@Component
class StructureChecks {

    private final StructureGuard guard;
    private final Items items;
    private final Units units;

    StructureChecks(StructureGuard guard, Items items, Units units) {
        this.guard = guard;
        this.items = items;
        this.units = units;
    }

    void bom(@Nullable RecordValues before, @Nullable RecordValues after) {
        made(after);
    }

    void routing(@Nullable RecordValues before, @Nullable RecordValues after) {
        made(after);
    }

    void drawing(@Nullable RecordValues before, @Nullable RecordValues after) {
        if (before != null && after != null && !"DRAFT".equals(before.text("status"))) {
            boolean sameFile = Objects.equals(before.id("file_id"), after.id("file_id"));
            boolean sameName = Objects.equals(before.text("number"), after.text("number"))
                    && Objects.equals(before.text("revision"), after.text("revision"));
            if (!sameFile || !sameName) {
                throw StructureRefused.drawingNotDraft(
                        String.valueOf(before.text("number")),
                        String.valueOf(before.text("revision")),
                        String.valueOf(before.text("status")));
            }
        }
    }

    void bomLine(@Nullable RecordValues before, @Nullable RecordValues after) {
        if (after == null) {
            return;
        }
        var bom = after.id("bom_id");
        var component = after.id("component_id");
        if (bom == null || component == null) {
            return;
        }
        unit(component, after.text("unit"));
        if (before == null || !component.equals(before.id("component_id")) || !bom.equals(before.id("bom_id"))) {
            guard.refuseCycle(bom, component);
        }
    }

    void operation(@Nullable RecordValues before, @Nullable RecordValues after) {
        if (after == null) {
            return;
        }
        var setup = Objects.requireNonNullElse(after.number("setup_minutes"), BigDecimal.ZERO);
        var run = Objects.requireNonNullElse(after.number("run_minutes"), BigDecimal.ZERO);
        var days = Objects.requireNonNullElse(after.number("subcontract_days"), BigDecimal.ZERO);
        if (setup.add(run).add(days).signum() <= 0) {
            var sequence = Objects.requireNonNullElse(after.number("sequence"), BigDecimal.ZERO);
            throw StructureRefused.withoutTime(String.valueOf(after.text("name")), sequence.intValue());
        }
    }

    private void made(@Nullable RecordValues after) {
        var itemId = after == null ? null : after.id("item_id");
        if (itemId != null && items.get(itemId).kind() == Item.Kind.BUY) {
            throw StructureRefused.notMade(items.get(itemId).code());
        }
    }

    private void unit(UUID componentId, @Nullable String unit) {
        var component = items.get(componentId);
        if (unit == null || unit.isBlank() || unit.equals(component.unit())) {
            return;
        }
        try {
            units.ratio(componentId, unit, component.unit());
        } catch (UnitRefused refused) {
            throw StructureRefused.wrongUnit(component.code(), unit, component.unit());
        }
    }
}
