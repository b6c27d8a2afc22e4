package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Keeps a factory's plan feasible when something happens: what follows is pushed back exactly as far as it must, or
 * dispatched again in its old order with other machines taking over, whichever costs less; then improving moves are made
 * for the orders that lost time, for a bounded number of evaluations. What has started stays.
 *
 * <p>Not thread-safe; each event works on the plan that the event before left.
 */
public final class ScheduleRepair {

    private static final int MOVES = 5_000;
    private static final int[] GAINS = {240, 0};

    private final SetupShop plant;
    private final long seed;
    private final SetupSchedule plan;
    private final Redispatch redispatch;
    private final WindowSearch search;

    /**
     * What an event did.
     *
     * @param costBefore weighted tardiness before the event
     * @param costPushed after pushing back alone
     * @param costRepaired after the improving moves
     * @param shifted operations whose start or machine differs from before the event
     * @param resequenced operations that changed machine or predecessor
     */
    public record Outcome(long costBefore, long costPushed, long costRepaired, int shifted, int resequenced) {}

    /** Adopts a plan of the plant. */
    public ScheduleRepair(SetupShop plant, TardinessSearch.Result result, long seed) {
        this.plant = plant;
        this.seed = seed;
        plan = new SetupSchedule(plant);
        redispatch = new Redispatch(plan);
        search = new WindowSearch(plant, seed);
        IntStream.range(0, plan.n)
                .boxed()
                .sorted((left, right) -> Integer.compare(result.start()[left], result.start()[right]))
                .forEach(i ->
                        plan.append(i, result.machine()[i], result.end()[i] - result.start()[i], result.start()[i]));
    }

    public int operations() {
        return plan.n;
    }

    public int start(int operation) {
        return plan.start(operation);
    }

    public int machine(int operation) {
        return plan.machine[operation];
    }

    public long cost() {
        return plan.cost();
    }

    /**
     * Lets a delayed operation, and those after it in its job, step behind what its machine can do in the meantime.
     */
    private void giveWay(Propagation propagation, int operation) {
        for (int i = operation; i != plan.nobody; i = plan.jobAfter(i)) {
            int m = plan.machine[i];
            int ready = plan.ready(i);
            int follows = plan.jobAfter(i);
            int from = plan.place[i];
            int to = from;
            while (to + 1 < plan.count[m] && mayPass(plan.sequence[m][to + 1], ready, follows)) {
                to++;
            }
            if (to > from) {
                int oldNext = plan.after(i);
                plan.remove(i);
                plan.insert(i, m, to);
                propagation.touch(oldNext, plan.start(oldNext));
                int newNext = plan.after(i);
                if (newNext != plan.nobody) {
                    propagation.touch(newNext, plan.start(newNext));
                }
            }
            propagation.touch(i, Math.max(plan.start(i), ready));
            propagation.run(Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    /** Whether an operation on the same machine can go first: it starts before and waits for nothing that follows. */
    private boolean mayPass(int other, int ready, int follows) {
        return plan.start(other) < ready
                && (follows == plan.nobody || (other != follows && plan.end(follows) > plan.start(other)));
    }

    /** A machine does not work in [from, until); what runs on it then goes on afterwards. */
    public Outcome machineDown(int machine, int from, int until) {
        return event(from, propagation -> {
            plan.machineEarliest[machine] = Math.max(plan.machineEarliest[machine], until);
            int[] row = plan.sequence[machine];
            for (int k = 0; k < plan.count[machine]; k++) {
                int i = row[k];
                if (plan.start(i) < from && plan.end(i) > from) {
                    plan.takes(i, plan.time(i) + until - from);
                    plan.place(i, plan.start(i), plan.end(i) + until - from);
                    propagation.touch(plan.jobAfter(i), plan.end(i));
                    propagation.touch(plan.after(i), plan.end(i));
                } else if (plan.start(i) >= from && plan.start(i) < until) {
                    propagation.touch(i, plan.start(i));
                }
            }
        });
    }

    /** The material of an operation that has not started comes only then. */
    public Outcome materialLate(int operation, int now, int until) {
        return event(now, propagation -> {
            plan.startsNotBefore(operation, until);
            giveWay(propagation, operation);
        });
    }

    /** An operation takes longer than planned. */
    public Outcome slower(int operation, int now, int extraMinutes) {
        return event(now, propagation -> {
            plan.takes(operation, plan.time(operation) + extraMinutes);
            plan.place(operation, plan.start(operation), plan.end(operation) + extraMinutes);
            int next = plan.after(operation);
            if (next != plan.nobody) {
                propagation.touch(next, plan.start(next));
            }
            if (!plan.last[operation]) {
                giveWay(propagation, operation + 1);
            }
            propagation.run(Integer.MAX_VALUE, Long.MAX_VALUE);
        });
    }

    /** Goes on searching from the plan as it stands, without changing it; answers the cost that is found. */
    public long searched(int now, Effort effort) {
        var other = new WindowSearch(plant, seed);
        other.load(plan);
        other.freeze(now);
        return other.climb(new int[0], () -> effort.done(other.evaluations()) >= 1)
                .cost();
    }

    /** Changes what an event changes, and names the operations to look at. */
    private interface Change {
        void apply(Propagation propagation);
    }

    private Outcome event(int now, Change change) {
        long before = plan.cost();
        int[] oldStart = plan.starts();
        int[] oldMachine = plan.machine.clone();
        int[] oldBefore = IntStream.range(0, plan.n).map(plan::before).toArray();
        for (int i = 0; i < plan.n; i++) {
            if (plan.start(i) >= now) {
                plan.startsNotBefore(i, now);
            }
        }
        var propagation = new Propagation(plan);
        propagation.begin();
        change.apply(propagation);
        propagation.run(Integer.MAX_VALUE, Long.MAX_VALUE);
        long pushed = plan.cost();
        for (int gain : GAINS) {
            if (redispatch.run(oldStart, now, gain, plan.cost())) {
                plan.copyFrom(redispatch.result());
            }
        }
        int[] worse = worseJobs(oldStart);
        if (worse.length > 0) {
            search.load(plan);
            search.freeze(now);
            int[] left = {MOVES};
            plan.copyFrom(search.climb(worse, () -> left[0]-- <= 0));
        }
        int shifted = 0;
        int resequenced = 0;
        for (int i = 0; i < plan.n; i++) {
            boolean elsewhere = plan.machine[i] != oldMachine[i];
            shifted += elsewhere || plan.start(i) != oldStart[i] ? 1 : 0;
            resequenced += elsewhere || plan.before(i) != oldBefore[i] ? 1 : 0;
        }
        return new Outcome(before, pushed, plan.cost(), shifted, resequenced);
    }

    /** Late jobs whose last operation starts later than before. */
    private int[] worseJobs(int[] oldStart) {
        int[] last = Arrays.copyOfRange(plant.shop().jobFrom(), 1, plant.shop().jobs() + 1);
        return IntStream.range(0, last.length)
                .filter(j -> plan.start(last[j] - 1) > oldStart[last[j] - 1] && plan.end(last[j] - 1) > plant.due()[j])
                .toArray();
    }

    /** Sentences about what is wrong with the plan; empty for a feasible one. For tests and the benchmark. */
    public java.util.List<String> violations() {
        var wrong = new java.util.ArrayList<String>();
        for (int i = 0; i < plan.n; i++) {
            if (plan.start(i) < plan.ready(i)) {
                wrong.add("operation %d starts before its work arrives".formatted(i));
            }
            int before = plan.before(i);
            int free = plan.end(before);
            if (plan.start(i) < free + plan.setupMinutes(i)) {
                wrong.add("operation %d starts before its machine is set up".formatted(i));
            }
            if (plan.end(i) != plan.start(i) + plan.time(i)) {
                wrong.add("operation %d has a wrong duration".formatted(i));
            }
        }
        return wrong;
    }
}
