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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.demo.DemonstrationFactory.Progress;
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

    private static final int QUIET_DAYS_A_PLAN = 2;
    private static final int DAYS_A_REFRESH = 10;
    private static final int BUSY_DAY_TAKES = 10;
    private static final int QUOTED_PERCENT = 60;
    private static final int CHANGED_PER_MILLE = 3;
    private static final int RESUMED_PERCENT = 15;
    private static final int HELD_PER_MILLE = 1;

    /** Working days before today on which things happen that are still open today. */
    private static final int CHANGES_BEGIN = 6;

    private static final int SUPPLIERS_SLIP = 3;
    private static final int DRAWINGS_OPEN = 4;
    private static final int APPROVALS_WAIT = 2;
    private static final int LAST_DAY = 1;
    private static final int HURRY_BEGINS = 6;
    private static final int FAILED_LOTS = 2;
    private static final int NEW_TODAY = 3;

    private final OrderDesk orderDesk;
    private final SupplyDesk supplyDesk;
    private final FloorDesk floorDesk;
    private final ScheduledFloor scheduledFloor;
    private final InspectionDesk inspectionDesk;
    private final DeliveryDesk deliveryDesk;
    private final LineRefresh lineRefresh;
    private final Incidents incidents;
    private final Calendars calendars;
    private final Clock clock;

    History(
            OrderDesk orderDesk,
            SupplyDesk supplyDesk,
            FloorDesk floorDesk,
            ScheduledFloor scheduledFloor,
            InspectionDesk inspectionDesk,
            DeliveryDesk deliveryDesk,
            LineRefresh lineRefresh,
            Incidents incidents,
            Calendars calendars,
            Clock clock) {
        this.orderDesk = orderDesk;
        this.supplyDesk = supplyDesk;
        this.floorDesk = floorDesk;
        this.scheduledFloor = scheduledFloor;
        this.inspectionDesk = inspectionDesk;
        this.deliveryDesk = deliveryDesk;
        this.lineRefresh = lineRefresh;
        this.incidents = incidents;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is under way in the replay. */
    private static final class UnderWay {

        private final Random random;
        private final List<UUID> asked = new ArrayList<>();
        private final List<UUID> inReview = new ArrayList<>();
        private final List<UUID> reviewed = new ArrayList<>();
        private final List<UUID> approving = new ArrayList<>();
        private final Set<UUID> lines = new LinkedHashSet<>();
        private final Set<UUID> held = new LinkedHashSet<>();
        private final Set<UUID> overlooked = new LinkedHashSet<>();
        private @Nullable UUID hurried;
        private int orders;
        private int delivered;

        UnderWay(long seed) {
            random = new Random(seed);
        }

        void overlook(UUID line) {
            lines.add(line);
            overlooked.add(line);
        }

        void ask(UUID order) {
            asked.add(order);
            orders++;
        }
    }

    /**
     * One working day of the replay.
     *
     * @param number from the first day
     * @param left   working days until today; 0 is today
     */
    private record Day(LocalDate date, int number, int left, int arriving, boolean busy, boolean scheduled) {}

    /** Replays until now; {@code tell} hears how far it is. */
    void replay(Shop shop, LocalDate today, Shape shape, long seed, Consumer<Progress> tell) {
        var underWay = new UnderWay(seed);
        var first = today.minusDays(shape.days());
        var dates = first.datesUntil(today)
                .filter(calendars.standard()::isWorkingDay)
                .toList();
        for (int number = 0; number < dates.size(); number++) {
            var date = dates.get(number);
            int percent = percent(shape, ChronoUnit.DAYS.between(first, date));
            tell.accept(new Progress(percent, date, underWay.orders, underWay.delivered));
            var day = dayOf(date, number, dates.size() - number, today, shape, underWay.random);
            morning(shop, day, underWay);
            office(shop, day, underWay);
            hurry(shop, day, underWay);
            work(shop, day, underWay, instant(date, 17, 0));
            afternoon(shop, day, underWay);
        }
        today(shop, dayOf(today, dates.size(), 0, today, shape, underWay.random), underWay);
        OrderDesk.as(Actor.system(), lineRefresh::refreshAll);
    }

    private static Day dayOf(LocalDate date, int number, int left, LocalDate today, Shape shape, Random random) {
        long ago = ChronoUnit.DAYS.between(date, today);
        int inTen = shape.ordersInTenDays(ago);
        int arriving = inTen / 10 + (random.nextInt(10) < inTen % 10 ? 1 : 0);
        return new Day(date, number, left, arriving, shape.isBusy(ago), shape.isScheduled(ago));
    }

    /** The busy days take longer than the others. */
    private static int percent(Shape shape, long day) {
        long quiet = (long) shape.days() - shape.busyDays();
        long whole = quiet + (long) shape.busyDays() * BUSY_DAY_TAKES;
        long done = Math.min(day, quiet) + Math.max(0, day - quiet) * BUSY_DAY_TAKES;
        return Math.toIntExact(done * 100 / whole);
    }

    /** Before the floor begins: plan, buy, receive, inspect, schedule. */
    private void morning(Shop shop, Day day, UnderWay underWay) {
        var date = day.date();
        if (day.busy() || day.number() % QUIET_DAYS_A_PLAN == 0) {
            at(date, 7, 10, () -> supplyDesk.planAndConvert(shop, date));
        }
        at(date, 7, 20, () -> supplyDesk.orderAndConfirm(shop, underWay.random, date));
        at(date, 7, 30, () -> supplyDesk.receive(shop, underWay.random, date));
        at(date, 7, 40, () -> inspectionDesk.inspectAll(shop, underWay.random));
        if (day.scheduled()) {
            at(date, 7, 55, () -> supplyDesk.schedule(shop));
        }
    }

    private void office(Shop shop, Day day, UnderWay underWay) {
        var date = day.date();
        at(date, 8, 20, () -> confirm(shop, day, underWay));
        at(date, 9, 10, () -> review(shop, underWay));
        at(date, 9, 40, () -> submit(shop, underWay, List.copyOf(underWay.asked)));
        for (int i = 0; i < day.arriving(); i++) {
            at(date, 10, 5 + i * 6, () -> underWay.ask(orderDesk.inquire(shop, underWay.random, date)));
        }
    }

    /** One rush order passes through the office while everybody looks elsewhere: nobody has planned it until today. */
    private void hurry(Shop shop, Day day, UnderWay underWay) {
        var date = day.date();
        if (day.left() == HURRY_BEGINS) {
            at(date, 9, 20, () -> underWay.hurried = orderDesk.inquireInAHurry(shop, date));
        }
        var order = underWay.hurried;
        if (order != null && day.left() == HURRY_BEGINS - 1) {
            at(date, 9, 20, () -> orderDesk.submit(shop, order));
            at(date, 11, 0, () -> orderDesk.answer(shop, order));
        }
    }

    private void work(Shop shop, Day day, UnderWay underWay, Instant until) {
        if (day.scheduled()) {
            scheduledFloor.work(shop, underWay.random, underWay.lines, day.date(), until);
        } else {
            floorDesk.work(shop, underWay.random, underWay.lines, instant(day.date(), 8, 0));
        }
    }

    private void afternoon(Shop shop, Day day, UnderWay underWay) {
        var date = day.date();
        at(date, 14, 30, () -> incidents(shop, day, underWay));
        at(date, 15, 0, () -> inspectionDesk.inspectMost(shop, underWay.random));
        if (day.left() == LAST_DAY) {
            at(date, 15, 30, () -> supplyDesk.firmNextWeeks(shop, date));
        }
        at(date, 16, 0, () -> deliveryDesk.deliver(shop, underWay.random, underWay.lines));
        if (day.left() == LAST_DAY) { // what passes now is packed tomorrow
            at(date, 16, 10, () -> inspectionDesk.inspectHalf(shop, underWay.random));
        }
        at(date, 16, 30, () -> changes(shop, day, underWay));
        if (day.left() > LAST_DAY) {
            at(date, 16, 40, () -> inspectionDesk.settle(shop));
        }
        var hurried = underWay.hurried;
        if (hurried != null && day.left() == LAST_DAY) {
            at(
                    date,
                    16,
                    50,
                    () -> orderDesk.confirmAsWished(shop, hurried).forEach(line -> underWay.overlook(line.id())));
        }
        at(date, 17, 0, () -> evening(underWay, day));
    }

    /** What goes wrong in the last days. */
    private void incidents(Shop shop, Day day, UnderWay underWay) {
        if (day.left() == DRAWINGS_OPEN) {
            incidents.leaveDrawingsOpen(shop, underWay.lines);
        }
        if (day.left() == SUPPLIERS_SLIP) {
            supplyDesk.slip(shop, day.date());
        }
        if (day.left() == LAST_DAY) {
            inspectionDesk.failNext(FAILED_LOTS);
            incidents.breakMachine(shop, shop.workCentre("CNC"), underWay.lines);
        }
    }

    private void evening(UnderWay underWay, Day day) {
        var open = orderDesk.lines(underWay.lines).stream()
                .filter(line -> line.status() == LineStatus.OPEN)
                .map(OrderLine::id)
                .collect(Collectors.toSet());
        underWay.delivered += underWay.lines.size() - open.size();
        underWay.lines.retainAll(open);
        if (day.scheduled() || day.number() % DAYS_A_REFRESH == 0) {
            OrderDesk.as(Actor.system(), lineRefresh::refreshNow);
        }
    }

    private void submit(Shop shop, UnderWay underWay, List<UUID> orders) {
        for (var order : orders) {
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

    private void confirm(Shop shop, Day day, UnderWay underWay) {
        for (var order : List.copyOf(underWay.reviewed)) {
            orderDesk.request(shop, order, day.date());
            underWay.reviewed.remove(order);
            underWay.approving.add(order);
        }
        for (var order : List.copyOf(underWay.approving)) {
            if (day.left() <= APPROVALS_WAIT && orderDesk.waitsForApproval(order)) {
                continue; // the manager is travelling
            }
            orderDesk.approve(shop, order);
            orderDesk.confirm(shop, order, day.date()).stream()
                    .map(OrderLine::id)
                    .forEach(underWay.lines::add);
            underWay.approving.remove(order);
        }
    }

    /** Customers change their minds, and most of those who stopped an order let it go on after some days. */
    private void changes(Shop shop, Day day, UnderWay underWay) {
        for (var order : List.copyOf(underWay.held)) {
            if (underWay.random.nextInt(100) < RESUMED_PERCENT) {
                orderDesk.resume(shop, order);
                underWay.held.remove(order);
            }
        }
        for (var line : List.copyOf(underWay.lines)) {
            int dice = underWay.random.nextInt(1000);
            if (dice < CHANGED_PER_MILLE && day.left() <= CHANGES_BEGIN) {
                change(shop, line, dice, day.date());
            } else if (dice == CHANGED_PER_MILLE + HELD_PER_MILLE) {
                hold(shop, line, underWay);
            }
        }
    }

    private void hold(Shop shop, UUID line, UnderWay underWay) {
        orderDesk
                .line(line)
                .filter(open -> !open.onHold() && open.orderStatus() == OrderStatus.CONFIRMED)
                .ifPresent(open -> {
                    orderDesk.hold(shop, open.orderId(), "客户通知暂停，等图纸变更");
                    underWay.held.add(open.orderId());
                });
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

    /**
     * Today as far as it has gone: the planner, the buyer, the warehouse and the inspector have begun, and each finds on
     * the bench what is still to do.
     */
    private void today(Shop shop, Day day, UnderWay underWay) {
        var date = day.date();
        if (calendars.standard().isWorkingDay(date)) {
            at(date, 7, 10, () -> supplyDesk.planWithout(shop, date, underWay.overlooked));
            at(date, 7, 55, () -> supplyDesk.schedule(shop));
            at(date, 8, 0, () -> halfOf(underWay.inReview).forEach(order -> orderDesk.answerFirst(shop, order)));
            at(date, 8, 10, () -> confirm(shop, day, underWay));
            at(date, 8, 20, () -> submit(shop, underWay, halfOf(underWay.asked)));
            for (int i = 0; i < NEW_TODAY; i++) {
                at(date, 8, 25 + i * 10, () -> underWay.ask(orderDesk.inquire(shop, underWay.random, date)));
            }
            work(shop, day, underWay, clock.instant());
        }
        at(date, 23, 0, () -> supplyDesk.plan(shop));
        at(date, 23, 0, () -> supplyDesk.schedule(shop));
        if (calendars.standard().isWorkingDay(date)) {
            at(date, 16, 50, () -> scheduledFloor.begin(shop, underWay.random, underWay.lines, clock.instant()));
        }
    }

    private static List<UUID> halfOf(List<UUID> orders) {
        return List.copyOf(orders.subList(0, orders.size() / 2));
    }

    private void at(LocalDate day, int hour, int minute, Runnable work) {
        var instant = instant(day, hour, minute);
        PlantClock.at(instant.isAfter(clock.instant()) ? clock.instant() : instant, work);
    }

    private Instant instant(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(clock.getZone()).toInstant();
    }
}
