package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.promise.PromiseAnswer;
import org.throughline.engineering.Structures;
import org.throughline.factory.Items;
import org.throughline.kernel.Quantity;
import org.throughline.order.Inquiry;
import org.throughline.order.Promise;
import org.throughline.order.PromiseDates;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.Requirements;
import org.throughline.scheduling.ScheduleRefused;

/**
 * When can we deliver? Requirements beside all confirmed orders say what is missing and when it can be bought; what must
 * be made is placed into the gaps of the machines. What an answer takes is gone for the later ones.
 */
final class PromiseRound implements PromiseDates.Asking {

    private static final int OVERTIME_MINUTES = 180;

    private final Requirements.Inquiries requirements;
    private final Structures structures;
    private final Items items;
    private final PromiseBoards boards;
    private final List<Computed> answered = new ArrayList<>();
    private PromiseBoards.@Nullable Board board;
    private PromiseBoards.@Nullable Board overtime;
    private int bookedOnOvertime;

    PromiseRound(Requirements.Inquiries requirements, Structures structures, Items items, PromiseBoards boards) {
        this.requirements = requirements;
        this.structures = structures;
        this.items = items;
        this.boards = boards;
    }

    /**
     * One computed answer.
     *
     * @param placed null if nothing must be made
     */
    record Computed(
            RequirementNode tree,
            InquiryJobs jobs,
            @Nullable PromiseAnswer placed,
            LocalDate earliest) {

        /** The board on which this is booked. */
        PromiseBoards.Board bookedOn(PromiseBoards.Board board) {
            return placed == null ? board : board.with(jobs.inquiry(placed.wanted()), placed);
        }
    }

    @Override
    public Promise earliest(Inquiry inquiry) {
        var now = board == null ? boards.current(0) : board;
        var found = look(inquiry, inquiry.quantity());
        var whole = compute(inquiry, found.tree(), now);
        var wanted = inquiry.wanted();
        var meets = wanted == null || !whole.earliest().isAfter(wanted);
        var reasons = new PromiseReasons(whole, now);
        var promise = new Promise(
                whole.earliest(),
                meets,
                reasons.steps(),
                reasons.bottleneck(),
                meets || wanted == null ? List.of() : alternatives(inquiry, whole, wanted, now));
        found.take();
        answered.add(whole);
        board = whole.bookedOn(now);
        return promise;
    }

    private Requirements.Found look(Inquiry inquiry, Quantity quantity) {
        return requirements.look(inquiry.itemId(), quantity, inquiry.lineId());
    }

    private Computed compute(Inquiry inquiry, RequirementNode tree, PromiseBoards.Board on) {
        var jobs = InquiryJobs.of("inquiry-" + answered.size() + "-", tree, structures, items, on);
        var placed = jobs.isEmpty() ? null : place(jobs, on, inquiry.wanted());
        var earliest = jobs.readyWithoutWork();
        if (placed != null) {
            var made = on.prepared().axis().dateOf(placed.completion() - 1);
            earliest = made.isAfter(earliest) ? made : earliest;
        }
        return new Computed(tree, jobs, placed, earliest);
    }

    private static PromiseAnswer place(InquiryJobs jobs, PromiseBoards.Board on, @Nullable LocalDate wanted) {
        long until = wanted == null ? Long.MAX_VALUE : on.prepared().axis().minuteOf(wanted.plusDays(1));
        try {
            return on.promises().earliest(jobs.inquiry(until));
        } catch (EngineRefusal refusal) {
            throw ScheduleRefused.impossible(String.valueOf(refusal.getMessage()), refusal.values());
        }
    }

    private List<Promise.Alternative> alternatives(
            Inquiry inquiry, Computed whole, LocalDate wanted, PromiseBoards.Board now) {
        var alternatives = new ArrayList<Promise.Alternative>();
        split(inquiry, whole, wanted, now, alternatives);
        if (whole.placed() != null) {
            var overtime = compute(inquiry, whole.tree(), withOvertime());
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

    /** The same round with overtime; each answer is booked on it once, whoever asks for it. */
    private PromiseBoards.Board withOvertime() {
        var longer = overtime == null ? boards.current(OVERTIME_MINUTES) : overtime;
        for (; bookedOnOvertime < answered.size(); bookedOnOvertime++) {
            longer = answered.get(bookedOnOvertime).bookedOn(longer);
        }
        overtime = longer;
        return longer;
    }

    /** The largest of a few parts that is there on the wanted day. */
    private void split(
            Inquiry inquiry,
            Computed whole,
            LocalDate wanted,
            PromiseBoards.Board now,
            List<Promise.Alternative> alternatives) {
        var unit = inquiry.quantity().unit();
        for (var part : new String[] {"0.75", "0.5", "0.25"}) {
            var amount = inquiry.quantity()
                    .amount()
                    .multiply(new BigDecimal(part))
                    .setScale("C62".equals(unit) ? 0 : Quantity.SCALE, RoundingMode.DOWN);
            if (amount.signum() > 0) {
                var first = new Quantity(amount, unit);
                var early = compute(inquiry, look(inquiry, first).tree(), now);
                if (!early.earliest().isAfter(wanted)) {
                    addSplit(inquiry, whole, first, early.earliest(), alternatives);
                    return;
                }
            }
        }
        var stock = whole.tree().stock();
        if (stock.isPositive()) {
            addSplit(inquiry, whole, stock, now.today(), alternatives);
        }
    }

    private static void addSplit(
            Inquiry inquiry, Computed whole, Quantity first, LocalDate early, List<Promise.Alternative> alternatives) {
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
}
