package org.throughline.demo.internal;

import static org.throughline.demo.internal.OrderDesk.as;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;
import org.throughline.kernel.Quantity;
import org.throughline.quality.DecideInspection;
import org.throughline.quality.DecideNonconformance;
import org.throughline.quality.Inspection;
import org.throughline.quality.InspectionFailed;
import org.throughline.quality.InspectionRequested;
import org.throughline.quality.Nonconformance;
import org.throughline.quality.QualityFacts;

/** The demonstration's inspector: passes nearly everything, rejects a piece now and then. */
@Component
class InspectionDesk {

    private static final int REJECT_PER_MILLE = 18;
    private static final int WAITING_AT_THE_END = 6;

    private final DecideInspection decideInspection;
    private final DecideNonconformance decideNonconformance;
    private final QualityFacts quality;
    private final Queue<InspectionRequested> waiting = new ArrayDeque<>();
    private int toFail;
    private final Queue<InspectionFailed> failed = new ArrayDeque<>();

    InspectionDesk(DecideInspection decideInspection, DecideNonconformance decideNonconformance, QualityFacts quality) {
        this.decideInspection = decideInspection;
        this.decideNonconformance = decideNonconformance;
        this.quality = quality;
    }

    @EventListener
    void on(InspectionRequested event) {
        if (PlantClock.isStanding()) {
            waiting.add(event);
        }
    }

    @EventListener
    void on(InspectionFailed event) {
        if (PlantClock.isStanding()) {
            failed.add(event);
        }
    }

    /** The next day it is said what becomes of rejected pieces: the customer takes them as they are. */
    void settle(Shop shop) {
        while (!failed.isEmpty()) {
            var failure = failed.remove();
            as(
                    shop.actor("inspector"),
                    () -> decideNonconformance.decide(
                            failure.nonconformanceId(), Nonconformance.Disposition.CONCESSION, "经客户同意让步接收"));
        }
    }

    /** The next products that come for their last inspection fail altogether. */
    void failNext(int lots) {
        toFail = lots;
    }

    /** Decides everything that waits. */
    void inspectAll(Shop shop, Random random) {
        inspect(shop, random, 0);
    }

    /** Decides all but a few, so that the inspector has something to do today. */
    void inspectMost(Shop shop, Random random) {
        inspect(shop, random, WAITING_AT_THE_END);
    }

    /** Decides some of those few after the last goods of the day were packed. */
    void inspectHalf(Shop shop, Random random) {
        inspect(shop, random, WAITING_AT_THE_END / 2);
    }

    private void inspect(Shop shop, Random random, int leave) {
        while (waiting.size() > leave) {
            decide(shop, random, waiting.remove());
        }
    }

    private void decide(Shop shop, Random random, InspectionRequested inspection) {
        var now = as(Actor.system(), () -> quality.inspection(inspection.inspectionId()));
        if (now.status() != Inspection.Status.OPEN) {
            return; // somebody else was faster
        }
        var quantity = now.goods().quantity();
        var one = Quantity.of(1, quantity.unit());
        boolean fails = toFail > 0 && inspection.kind() == Inspection.Kind.FINAL;
        boolean rejects =
                random.nextInt(1000) < REJECT_PER_MILLE && quantity.amount().compareTo(BigDecimal.valueOf(2)) > 0;
        var rejected = fails ? quantity : rejects ? one : Quantity.zero(quantity.unit());
        toFail -= fails ? 1 : 0;
        as(
                shop.actor("inspector"),
                () -> decideInspection.decide(
                        inspection.inspectionId(),
                        quantity.minus(rejected),
                        rejected,
                        fails ? "孔距超差 0.6 mm" : rejects ? "外观划伤" : null,
                        List.of()));
    }
}
