package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.promise.PromiseAnswer;
import org.throughline.engine.schedule.Cause;
import org.throughline.engineering.Structures;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.order.Inquiry;
import org.throughline.order.Promise;
import org.throughline.order.PromiseDates;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.planning.SupplyKind;
import org.throughline.scheduling.ScheduleRefused;

/**
 * When can we deliver? Requirements beside all confirmed orders say what is missing and when it can be bought; what must
 * be made is placed into the gaps of the machines.
 */
@Service
class PromiseDesk implements PromiseDates {

    private static final int OVERTIME_MINUTES = 180;
    private static final int MOST_STEPS = 40;

    private final Requirements requirements;
    private final Structures structures;
    private final Items items;
    private final PromiseBoards boards;

    PromiseDesk(Requirements requirements, Structures structures, Items items, PromiseBoards boards) {
        this.requirements = requirements;
        this.structures = structures;
        this.items = items;
        this.boards = boards;
    }

    @Override
    @Transactional(readOnly = true)
    public Promise earliest(Inquiry inquiry) {
        var board = boards.current(0);
        var whole = answer(inquiry, inquiry.quantity(), board);
        var wanted = inquiry.wanted();
        var meets = wanted == null || !whole.earliest().isAfter(wanted);
        return new Promise(
                whole.earliest(),
                meets,
                steps(whole, board),
                bottleneck(whole, board),
                meets || wanted == null ? List.of() : alternatives(inquiry, whole, wanted, board));
    }

    /**
     * One computed answer.
     *
     * @param placed null if nothing must be made
     */
    private record Answer(
            RequirementNode tree,
            InquiryJobs jobs,
            @Nullable PromiseAnswer placed,
            LocalDate earliest) {}

    private Answer answer(Inquiry inquiry, Quantity quantity, PromiseBoards.Board board) {
        var tree = requirements.ofInquiry(inquiry.itemId(), quantity, inquiry.lineId());
        var jobs = InquiryJobs.of(tree, structures, items, board);
        var placed = jobs.isEmpty() ? null : place(jobs, board, inquiry.wanted());
        var earliest = jobs.readyWithoutWork();
        if (placed != null) {
            var made = board.prepared().axis().dateOf(placed.completion() - 1);
            earliest = made.isAfter(earliest) ? made : earliest;
        }
        return new Answer(tree, jobs, placed, earliest);
    }

    private static PromiseAnswer place(InquiryJobs jobs, PromiseBoards.Board board, @Nullable LocalDate wanted) {
        long until = wanted == null ? Long.MAX_VALUE : board.prepared().axis().minuteOf(wanted.plusDays(1));
        try {
            return board.promises()
                    .earliest(new org.throughline.engine.promise.Inquiry(jobs.jobs(), jobs.arcs(), until));
        } catch (EngineRefusal refusal) {
            throw ScheduleRefused.impossible(String.valueOf(refusal.getMessage()), refusal.values());
        }
    }

    private List<Promise.Step> steps(Answer answer, PromiseBoards.Board board) {
        var steps = new ArrayList<Promise.Step>();
        var today = board.today();
        if (answer.tree().stock().isPositive()) {
            steps.add(new Promise.Step(
                    Promise.Kind.STOCK,
                    answer.tree().itemId(),
                    label(answer.tree()),
                    today,
                    today,
                    Words.say("stock", "quantity", answer.tree().stock())));
        }
        purchases(answer.tree(), today, steps);
        var placed = answer.placed();
        if (placed != null) {
            steps.addAll(answer.jobs().makeSteps(placed, board.prepared().axis()));
            for (var delay : placed.delays()) {
                if (delay.cause().kind() == Cause.Kind.MACHINE && delay.minutes() > 0) {
                    steps.add(queue(delay, answer.jobs(), board));
                }
            }
        }
        steps.sort(Comparator.comparing(Promise.Step::to).thenComparing(Promise.Step::from));
        return steps.size() <= MOST_STEPS ? steps : steps.subList(steps.size() - MOST_STEPS, steps.size());
    }

    private static void purchases(RequirementNode node, LocalDate today, List<Promise.Step> steps) {
        for (var coming : node.incoming()) {
            steps.add(new Promise.Step(
                    node.kind() == SupplyKind.BUY ? Promise.Kind.PURCHASE : Promise.Kind.MAKE,
                    node.itemId(),
                    label(node),
                    today,
                    coming.due().isBefore(today) ? today : coming.due(),
                    Words.say("coming", "quantity", coming.quantity(), "document", coming.number())));
        }
        if (node.kind() == SupplyKind.BUY && node.net().isPositive()) {
            var orderBy = node.orderBy();
            steps.add(new Promise.Step(
                    Promise.Kind.PURCHASE,
                    node.itemId(),
                    label(node),
                    orderBy == null ? today : orderBy,
                    node.possible(),
                    node.supplierName() == null
                            ? Words.say("to-buy", "quantity", node.net())
                            : Words.say("to-buy-from", "quantity", node.net(), "supplier", node.supplierName())));
        }
        node.components().forEach(component -> purchases(component, today, steps));
    }

    private Promise.Step queue(PromiseAnswer.Delay delay, InquiryJobs jobs, PromiseBoards.Board board) {
        var axis = board.prepared().axis();
        long until = delay.cause().minute();
        return new Promise.Step(
                Promise.Kind.QUEUE,
                jobs.itemOf(delay.operation()),
                board.machineName(delay.machine()),
                axis.dateOf(until - delay.minutes()),
                axis.dateOf(until),
                Words.say("queue", "operation", jobs.nameOf(delay.operation()), "hours", hours(delay.minutes())));
    }

    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What costs most: the material that comes last, or the machine that is busy longest. */
    private static @Nullable String bottleneck(Answer answer, PromiseBoards.Board board) {
        var placed = answer.placed();
        if (placed == null) {
            return answer.earliest().isAfter(board.today())
                    ? Words.say("bottleneck-material", "material", label(answer.tree()), "date", answer.earliest())
                    : null;
        }
        var material = answer.jobs().materialWait(placed);
        var machine = placed.delays().stream()
                .filter(delay -> delay.minutes() > 0 && delay.cause().kind() == Cause.Kind.MACHINE)
                .max(Comparator.comparingLong(PromiseAnswer.Delay::minutes));
        long busy = machine.map(PromiseAnswer.Delay::minutes).orElse(0L);
        if (material.isPresent() && material.get().minutes() >= busy) {
            var wait = material.get();
            return Words.say("bottleneck-material", "material", wait.what(), "date", wait.ready());
        }
        return machine.map(delay -> Words.say(
                        "bottleneck-machine",
                        "machine",
                        board.machineName(delay.machine()),
                        "date",
                        board.prepared().axis().dateOf(delay.cause().minute())))
                .orElseGet(() -> Words.say("bottleneck-work"));
    }

    private List<Promise.Alternative> alternatives(
            Inquiry inquiry, Answer whole, LocalDate wanted, PromiseBoards.Board board) {
        var alternatives = new ArrayList<Promise.Alternative>();
        split(inquiry, whole, wanted, board, alternatives);
        if (whole.placed() != null) {
            var overtime = answer(inquiry, inquiry.quantity(), boards.current(OVERTIME_MINUTES));
            if (overtime.earliest().isBefore(whole.earliest())) {
                alternatives.add(new Promise.Alternative(
                        "OVERTIME",
                        overtime.earliest(),
                        Words.say("overtime", "hours", OVERTIME_MINUTES / 60, "date", overtime.earliest())));
            }
        }
        alternatives.add(new Promise.Alternative(
                "LATER",
                whole.earliest(),
                Words.say("later", "quantity", inquiry.quantity(), "date", whole.earliest())));
        return alternatives;
    }

    /** The largest of a few parts that is there on the wanted day. */
    private void split(
            Inquiry inquiry,
            Answer whole,
            LocalDate wanted,
            PromiseBoards.Board board,
            List<Promise.Alternative> alternatives) {
        var unit = inquiry.quantity().unit();
        for (var part : new String[] {"0.75", "0.5", "0.25"}) {
            var amount = inquiry.quantity()
                    .amount()
                    .multiply(new BigDecimal(part))
                    .setScale("C62".equals(unit) ? 0 : Quantity.SCALE, RoundingMode.DOWN);
            if (amount.signum() > 0) {
                var first = new Quantity(amount, unit);
                var early = answer(inquiry, first, board);
                if (!early.earliest().isAfter(wanted)) {
                    addSplit(inquiry, whole, first, early.earliest(), alternatives);
                    return;
                }
            }
        }
        var stock = whole.tree().stock();
        if (stock.isPositive()) {
            addSplit(inquiry, whole, stock, board.today(), alternatives);
        }
    }

    private static void addSplit(
            Inquiry inquiry, Answer whole, Quantity first, LocalDate early, List<Promise.Alternative> alternatives) {
        alternatives.add(new Promise.Alternative(
                "SPLIT",
                early,
                Words.say(
                        "split",
                        "first",
                        first,
                        "early",
                        early,
                        "rest",
                        inquiry.quantity().minus(first),
                        "date",
                        whole.earliest())));
    }

    static String label(RequirementNode node) {
        return node.itemCode().equals(node.itemName()) ? node.itemCode() : node.itemCode() + " " + node.itemName();
    }
}
