package org.throughline.quality;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Quantity;
import org.throughline.quality.internal.Characteristics;
import org.throughline.quality.internal.Characteristics.Measured;
import org.throughline.quality.internal.Inspections;
import org.throughline.quality.internal.Nonconformances;
import org.throughline.records.Numbers;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;
import org.throughline.stock.StockStatus;

/** Use case: the inspector says how much may be used. The rest is blocked and becomes a nonconformance. */
@Service
public class DecideInspection {

    private final Inspections inspections;
    private final Characteristics characteristics;
    private final Nonconformances nonconformances;
    private final Numbers numbers;
    private final StockLedger ledger;
    private final Locations locations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideInspection(
            Inspections inspections,
            Characteristics characteristics,
            Nonconformances nonconformances,
            Numbers numbers,
            StockLedger ledger,
            Locations locations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inspections = inspections;
        this.characteristics = characteristics;
        this.nonconformances = nonconformances;
        this.numbers = numbers;
        this.ledger = ledger;
        this.locations = locations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One value, or one look.
     *
     * @param piece  1, 2, 3 …
     * @param value  null for a visual check
     * @param passed for a visual check; a measured value is judged by its limits
     */
    public record Measurement(
            UUID characteristicId,
            int piece,
            @Nullable BigDecimal value,
            @Nullable Boolean passed,
            @Nullable String note) {}

    /**
     * Decides, moves the stock, and tells the other rooms.
     *
     * @throws InspectionRefused if it was decided before, does not sum, a rejection has no reason, something was not
     *     measured, or all is accepted although a value is out of its limits
     */
    @Verb(type = "inspection", operation = "decide")
    @Transactional
    public Inspection decide(
            UUID id, Quantity accepted, Quantity rejected, @Nullable String reason, List<Measurement> measurements) {
        var now = clock.instant();
        var open = inspections.lock(id);
        var actor = Actor.current();
        var decided = open.decide(new Inspection.Decision(accepted, rejected, reason, actor.user(), actor.name(), now));
        var measured = judge(open, rejected, measurements);
        move(decided, accepted, rejected);
        characteristics.keep(id, measured);
        inspections.decided(decided);
        tell(decided, accepted, rejected, now);
        return inspections.get(id);
    }

    private List<Measured> judge(Inspection inspection, Quantity rejected, List<Measurement> measurements) {
        var wanted = characteristics.ofItem(inspection.goods().itemId());
        var byId = wanted.stream().collect(Collectors.toMap(Characteristic::id, one -> one));
        var judged = new ArrayList<Measured>();
        var out = new ArrayList<String>();
        for (var measurement : measurements) {
            var characteristic = byId.get(measurement.characteristicId());
            if (characteristic == null) {
                throw InspectionRefused.unknownCharacteristic(
                        inspection.number(), measurement.characteristicId().toString());
            }
            var passed = passes(characteristic, measurement);
            if (!passed) {
                out.add(text(characteristic, measurement));
            }
            judged.add(new Measured(
                    characteristic.id(), measurement.piece(), measurement.value(), passed, measurement.note()));
        }
        requireMeasured(inspection, wanted, judged);
        if (!out.isEmpty() && rejected.isZero()) {
            throw InspectionRefused.outOfLimits(inspection.number(), out);
        }
        return judged;
    }

    private static void requireMeasured(Inspection inspection, List<Characteristic> wanted, List<Measured> judged) {
        var missing = wanted.stream()
                .filter(characteristic ->
                        judged.stream().noneMatch(one -> one.characteristicId().equals(characteristic.id())))
                .map(Characteristic::name)
                .toList();
        if (!missing.isEmpty()) {
            throw InspectionRefused.notMeasured(inspection.number(), missing);
        }
    }

    private static boolean passes(Characteristic characteristic, Measurement measurement) {
        var value = measurement.value();
        return switch (characteristic.kind()) {
            case MEASURED -> value != null && characteristic.passes(value);
            case VISUAL -> Boolean.TRUE.equals(measurement.passed());
        };
    }

    private static String text(Characteristic characteristic, Measurement measurement) {
        var value = measurement.value();
        return value == null
                ? characteristic.name()
                : "%s %s (%s)".formatted(characteristic.name(), value.toPlainString(), characteristic.wanted());
    }

    private void move(Inspection inspection, Quantity accepted, Quantity rejected) {
        var goods = inspection.goods();
        var from = StockPlace.toInspect(Objects.requireNonNull(goods.locationId()), goods.lotId());
        var movements = new ArrayList<StockMovement>();
        if (accepted.isPositive()) {
            var store = locations.usual(Location.Kind.STORE).id();
            movements.add(StockMovement.changeStatus(goods.itemId(), accepted, from, StockStatus.AVAILABLE, store));
        }
        if (rejected.isPositive()) {
            movements.add(StockMovement.changeStatus(goods.itemId(), rejected, from, StockStatus.BLOCKED));
        }
        ledger.post(movements.stream()
                .reduce(StockMovement::and)
                .orElseThrow()
                .reference("inspection", inspection.id())
                .forOrderLine(inspection.orderLineId())
                .because(inspection.number())
                .key("inspection-" + inspection.id()));
    }

    private void tell(Inspection inspection, Quantity accepted, Quantity rejected, Instant now) {
        var itemId = inspection.goods().itemId();
        if (rejected.isZero()) {
            events.publishEvent(new InspectionPassed(
                    inspection.id(), inspection.number(), itemId, accepted, inspection.orderLineId(), now));
            return;
        }
        var reason = Objects.requireNonNull(
                Objects.requireNonNull(inspection.decision()).reason());
        var goods = inspection.goods();
        var nonconformance = new Nonconformance(
                Identity.fresh(),
                numbers.next("ncr"),
                inspection.id(),
                itemId,
                goods.lotId(),
                goods.locationId(),
                inspection.orderLineId(),
                rejected,
                reason,
                Nonconformance.Disposition.OPEN,
                null,
                now,
                null,
                0);
        nonconformances.add(nonconformance);
        events.publishEvent(new InspectionFailed(
                inspection.id(),
                inspection.number(),
                itemId,
                accepted,
                rejected,
                reason,
                nonconformance.id(),
                inspection.orderLineId(),
                now));
    }
}
