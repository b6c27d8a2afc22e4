package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.promise.PromiseAnswer;
import org.throughline.engine.schedule.Cause;
import org.throughline.order.Promise;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.SupplyKind;

/** What a computed promise is made of, in words. */
final class PromiseReasons {

    private static final int MOST_STEPS = 40;

    private final PromiseRound.Computed answer;
    private final PromiseBoards.Board board;

    PromiseReasons(PromiseRound.Computed answer, PromiseBoards.Board board) {
        this.answer = answer;
        this.board = board;
    }

    /** From stock, purchases, work and queues to the day of the promise; of very many the last ones. */
    List<Promise.Step> steps() {
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
                    steps.add(queue(delay));
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

    private Promise.Step queue(PromiseAnswer.Delay delay) {
        var jobs = answer.jobs();
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
    @Nullable
    String bottleneck() {
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

    static String label(RequirementNode node) {
        return node.itemCode().equals(node.itemName()) ? node.itemCode() : node.itemCode() + " " + node.itemName();
    }
}
