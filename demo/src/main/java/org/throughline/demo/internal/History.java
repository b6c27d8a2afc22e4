package org.throughline.demo.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.throughline.factory.Calendars;
import org.throughline.insight.LineRefresh;
import org.throughline.kernel.Actor;
import org.throughline.kernel.PlantClock;
import org.throughline.order.LineStatus;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;

/**
 * Replays the shop's last months day by day through the use cases: few orders a day at first, the present volume in the
 * last weeks, so that today several hundred lines stand at every station.
 */
@Component
class History {

    /** How far back the replay begins. */
    private static final int DAYS_BACK = 330;

    /** Since when the shop is as busy as it is today. */
    private static final int BUSY_DAYS = 32;

    private static final int QUIET_ORDERS_PER_HUNDRED_DAYS = 22;
    private static final int BUSY_ORDERS_A_DAY = 4;
    private static final int QUOTED_PERCENT = 60;
    private static final int CHANGED_PER_MILLE = 4;
    private static final int RESUMED_PERCENT = 15;
    private static final int HELD_PER_MILLE = 1;

    private final OrderDesk orderDesk;
    private final SupplyDesk supplyDesk;
    private final FloorDesk floorDesk;
    private final InspectionDesk inspectionDesk;
    private final DeliveryDesk deliveryDesk;
    private final LineRefresh lineRefresh;
    private final Calendars calendars;
    private final Clock clock;

    History(
            OrderDesk orderDesk,
            SupplyDesk supplyDesk,
            FloorDesk floorDesk,
            InspectionDesk inspectionDesk,
            DeliveryDesk deliveryDesk,
            LineRefresh lineRefresh,
            Calendars calendars,
            Clock clock) {
        this.orderDesk = orderDesk;
        this.supplyDesk = supplyDesk;
        this.floorDesk = floorDesk;
        this.inspectionDesk = inspectionDesk;
        this.deliveryDesk = deliveryDesk;
        this.lineRefresh = lineRefresh;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is under way in the replay. */
    private static final class UnderWay {

        private final Random random;
        private final List<UUID> asked = new ArrayList<>();
        private final List<UUID> inReview = new ArrayList<>();
        private final List<UUID> reviewed = new ArrayList<>();
        private final Set<UUID> lines = new LinkedHashSet<>();
        private final Set<UUID> held = new LinkedHashSet<>();
        private boolean toPlan;

        UnderWay(long seed) {
            random = new Random(seed);
        }
    }

    /** Replays until this morning; {@code progress} hears the day and per cent. */
    void replay(Shop shop, LocalDate today, long seed, BiConsumer<LocalDate, Integer> progress) {
        var underWay = new UnderWay(seed);
        var first = today.minusDays(DAYS_BACK);
        for (var day = first; day.isBefore(today); day = day.plusDays(1)) {
            if (calendars.standard().isWorkingDay(day)) {
                boolean busy = ChronoUnit.DAYS.between(day, today) <= BUSY_DAYS;
                day(shop, day, underWay, busy);
                progress.accept(day, Math.toIntExact(ChronoUnit.DAYS.between(first, day) * 100 / DAYS_BACK));
            }
        }
        thisMorning(shop, today, underWay);
        supplyDesk.schedule(shop);
        OrderDesk.as(Actor.system(), lineRefresh::refreshAll);
    }

    private void day(Shop shop, LocalDate day, UnderWay underWay, boolean busy) {
        var random = underWay.random;
        at(day, 8, 20, () -> confirm(shop, day, underWay));
        at(day, 9, 10, () -> review(shop, underWay));
        at(day, 9, 40, () -> submit(shop, underWay));
        int arriving = busy
                ? BUSY_ORDERS_A_DAY - 1 + random.nextInt(3)
                : random.nextInt(100) < QUIET_ORDERS_PER_HUNDRED_DAYS ? 1 : 0;
        for (int i = 0; i < arriving; i++) {
            at(day, 10, 5 + i * 6, () -> underWay.asked.add(orderDesk.inquire(shop, random, day)));
        }
        if (underWay.toPlan) {
            at(day, 11, 0, () -> supplyDesk.planAndConvert(shop));
            underWay.toPlan = false;
        }
        at(day, 11, 30, () -> supplyDesk.orderAndConfirm(shop, random, day));
        at(day, 13, 0, () -> supplyDesk.receive(shop, random, day));
        at(day, 13, 40, () -> inspectionDesk.inspectAll(shop, random));
        floorDesk.work(shop, random, underWay.lines, instant(day, 8, 0));
        at(day, 15, 0, () -> inspectionDesk.inspectMost(shop, random));
        at(day, 16, 0, () -> deliveryDesk.deliver(shop, random, underWay.lines));
        at(day, 16, 30, () -> trouble(shop, underWay, day));
        at(day, 17, 0, () -> {
            underWay.lines.removeIf(this::isFinished);
            OrderDesk.as(Actor.system(), lineRefresh::refreshNow);
        });
    }

    private void submit(Shop shop, UnderWay underWay) {
        for (var order : List.copyOf(underWay.asked)) {
            if (underWay.random.nextInt(100) < QUOTED_PERCENT) {
                orderDesk.quote(shop, order);
            }
            orderDesk.submit(shop, order);
            underWay.asked.remove(order);
            underWay.inReview.add(order);
        }
    }

    private void review(Shop shop, UnderWay underWay) {
        for (var order : List.copyOf(underWay.inReview)) {
            orderDesk.answer(shop, order);
            underWay.inReview.remove(order);
            underWay.reviewed.add(order);
        }
    }

    private void confirm(Shop shop, LocalDate day, UnderWay underWay) {
        for (var order : List.copyOf(underWay.reviewed)) {
            orderDesk.approve(shop, order, day);
            orderDesk.confirm(shop, order, day).stream().map(OrderLine::id).forEach(underWay.lines::add);
            underWay.reviewed.remove(order);
            underWay.toPlan = true;
        }
    }

    /** Customers change their minds, and most of those who stopped an order let it go on after some days. */
    private void trouble(Shop shop, UnderWay underWay, LocalDate today) {
        for (var order : List.copyOf(underWay.held)) {
            if (underWay.random.nextInt(100) < RESUMED_PERCENT) {
                orderDesk.resume(shop, order);
                underWay.held.remove(order);
            }
        }
        for (var line : List.copyOf(underWay.lines)) {
            int dice = underWay.random.nextInt(1000);
            if (dice < CHANGED_PER_MILLE) {
                change(shop, line, dice, today);
            } else if (dice < CHANGED_PER_MILLE + HELD_PER_MILLE) {
                orderDesk
                        .line(line)
                        .filter(open -> !open.onHold() && open.orderStatus() == OrderStatus.CONFIRMED)
                        .ifPresent(open -> {
                            orderDesk.hold(shop, open.orderId(), "客户通知暂停，等图纸变更");
                            underWay.held.add(open.orderId());
                        });
            }
        }
    }

    private void change(Shop shop, UUID lineId, int dice, LocalDate today) {
        orderDesk
                .line(lineId)
                .filter(line -> line.status() == LineStatus.OPEN && !line.onHold())
                .filter(line -> line.orderStatus() == OrderStatus.CONFIRMED
                        && line.delivered().isZero())
                .filter(line -> line.requestedDate().isAfter(today))
                .ifPresent(line -> {
                    if (dice % 2 == 0) {
                        orderDesk.postpone(shop, line, 5, "客户现场土建推迟");
                    } else {
                        orderDesk.reduce(shop, line, "客户项目分期，数量减半");
                    }
                });
    }

    /** Today has only begun: what came yesterday and this morning stands at every early station. */
    private void thisMorning(Shop shop, LocalDate today, UnderWay underWay) {
        at(today, 8, 10, () -> {
            int turn = 0;
            for (var order : List.copyOf(underWay.reviewed)) {
                if (turn++ % 2 == 0) {
                    orderDesk.requestOnly(shop, order, today);
                }
            }
        });
        at(today, 8, 20, () -> {
            int turn = 0;
            for (var order : List.copyOf(underWay.inReview)) {
                if (turn++ % 2 == 0) {
                    orderDesk.answerFirst(shop, order);
                }
            }
        });
        at(today, 8, 25, () -> supplyDesk.plan(shop));
        at(today, 8, 30, () -> underWay.asked.add(orderDesk.inquire(shop, underWay.random, today)));
    }

    private boolean isFinished(UUID line) {
        return orderDesk
                .line(line)
                .map(found -> found.status() != LineStatus.OPEN)
                .orElse(true);
    }

    private void at(LocalDate day, int hour, int minute, Runnable work) {
        var instant = instant(day, hour, minute);
        PlantClock.at(instant.isAfter(clock.instant()) ? clock.instant() : instant, work);
    }

    private Instant instant(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(clock.getZone()).toInstant();
    }
}
