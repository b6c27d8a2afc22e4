package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rules of the textbook for one queue: in which order the tasks of one machine are done, and what comes of it. For
 * comparison and for teaching; {@link Scheduler} finds better orders. Cost: O(n log n), the rules that look at the clock
 * O(n²). Equal tasks keep their order.
 */
public final class OneMachine {

    private OneMachine() {}

    /**
     * A task that is there from the start.
     *
     * @param minutes of work, at least 1
     * @param due minute by which it should be done
     * @param weight of a minute late, greater than 0
     * @param operationsLeft of its order, this one included; for {@link Rule#SLACK_PER_OPERATION}
     */
    public record Task(String id, long minutes, long due, double weight, int operationsLeft) {

        public static Task of(String id, long minutes, long due) {
            return new Task(id, minutes, due, 1, 1);
        }
    }

    /** What is taken next. */
    public enum Rule {
        FIRST_COME,
        SHORTEST,
        LONGEST,
        EARLIEST_DUE,
        /** The least due date less now by minutes of work. */
        CRITICAL_RATIO,
        /** The least slack: due date less now less work. */
        SLACK,
        SLACK_PER_OPERATION,
        /** The greatest weight by minutes. */
        WEIGHTED_SHORTEST,
        /** Weight by minutes, less the more slack there is, looked at anew for each task. */
        APPARENT_TARDINESS,
        /** Weight by minutes times the share of the expected wait that slack does not cover. */
        COST_OVER_TIME
    }

    /**
     * What an order leads to.
     *
     * @param tasks how many were done
     * @param flow sum of completion times
     * @param tardiness sum of late minutes
     */
    public record Figures(int tasks, long flow, long tardiness, int late, long makespan) {

        public double averageCompletion() {
            return share(flow, tasks);
        }

        /** The part of the time in the shop that is work. */
        public double utilisation() {
            return share(makespan, flow);
        }

        /** How many tasks are in the shop at a time. */
        public double averageJobs() {
            return share(flow, makespan);
        }

        public double averageTardiness() {
            return share(tardiness, tasks);
        }

        private static double share(long part, long whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    /** Minutes of slack, in mean durations, that still count in the rules that look ahead. */
    private static final double LOOK_AHEAD = 2;

    public static List<Task> order(List<Task> tasks, Rule rule) {
        return switch (rule) {
            case FIRST_COME -> List.copyOf(tasks);
            case SHORTEST -> sorted(tasks, Task::minutes);
            case LONGEST -> sorted(tasks, task -> -task.minutes());
            case EARLIEST_DUE -> sorted(tasks, Task::due);
            case CRITICAL_RATIO -> sorted(tasks, task -> (double) task.due() / task.minutes());
            case SLACK -> sorted(tasks, task -> task.due() - task.minutes());
            case SLACK_PER_OPERATION ->
                sorted(tasks, task -> (double) (task.due() - task.minutes()) / task.operationsLeft());
            case WEIGHTED_SHORTEST -> sorted(tasks, task -> -task.weight() / task.minutes());
            case APPARENT_TARDINESS, COST_OVER_TIME -> byClock(tasks, rule);
        };
    }

    private static List<Task> sorted(List<Task> tasks, ToDoubleFunction<Task> key) {
        return tasks.stream().sorted(Comparator.comparingDouble(key)).toList();
    }

    private static List<Task> byClock(List<Task> tasks, Rule rule) {
        double scale =
                LOOK_AHEAD * tasks.stream().mapToLong(Task::minutes).average().orElse(1);
        var left = new ArrayList<>(tasks);
        var order = new ArrayList<Task>();
        long now = 0;
        while (!left.isEmpty()) {
            int chosen = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < left.size(); k++) {
                var task = left.get(k);
                double slack = Math.max(0, task.due() - task.minutes() - now) / scale;
                // Logarithms: what has much slack would be zero times weight otherwise, and equal to all that has more.
                double urgency = rule == Rule.COST_OVER_TIME ? Math.log(Math.max(0, 1 - slack)) : -slack;
                double index = Math.log(task.weight() / task.minutes()) + urgency;
                if (index > highest) {
                    highest = index;
                    chosen = k;
                }
            }
            now += left.get(chosen).minutes();
            order.add(left.remove(chosen));
        }
        return order;
    }

    /** The order with the fewest late tasks (Moore and Hodgson); the late ones come last. */
    public static List<Task> fewestLate(List<Task> tasks) {
        var byDue = sorted(tasks, Task::due);
        var kept = new PriorityQueue<Integer>(
                Comparator.comparingLong(k -> -byDue.get(k).minutes()));
        var isLate = new BitSet();
        var late = new ArrayList<Task>();
        long end = 0;
        for (int k = 0; k < byDue.size(); k++) {
            kept.add(k);
            end += byDue.get(k).minutes();
            if (end > byDue.get(k).due()) {
                int longest = kept.remove();
                isLate.set(longest);
                late.add(byDue.get(longest));
                end -= byDue.get(longest).minutes();
            }
        }
        var order = new ArrayList<Task>();
        IntStream.range(0, byDue.size()).filter(k -> !isLate.get(k)).forEach(k -> order.add(byDue.get(k)));
        order.addAll(late);
        return order;
    }

    /**
     * The order of jobs that go over a first and then a second machine with the shortest makespan (Johnson).
     *
     * @param first minutes on the first machine
     * @param second minutes on the second machine, as many
     * @return job numbers
     * @throws IllegalArgumentException if the lengths differ
     */
    public static List<Integer> twoMachines(long[] first, long[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("The lengths differ: %d and %d.".formatted(first.length, second.length));
        }
        var front = IntStream.range(0, first.length)
                .filter(j -> first[j] <= second[j])
                .boxed()
                .sorted(Comparator.comparingLong(j -> first[j]));
        var back = IntStream.range(0, first.length)
                .filter(j -> first[j] > second[j])
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(j -> -second[j]));
        return java.util.stream.Stream.concat(front, back).toList();
    }

    /**
     * When all jobs are done that go over a first and then a second machine in this order from minute 0.
     *
     * @param order job numbers
     */
    public static long twoMachinesMakespan(long[] first, long[] second, List<Integer> order) {
        long endFirst = 0;
        long endSecond = 0;
        for (int job : order) {
            endFirst += first[job];
            endSecond = Math.max(endFirst, endSecond) + second[job];
        }
        return endSecond;
    }

    /** What comes of doing the tasks in this order from minute 0 without a pause. */
    public static Figures figures(List<Task> order) {
        long now = 0;
        long flow = 0;
        long tardiness = 0;
        int late = 0;
        for (var task : order) {
            now += task.minutes();
            flow += now;
            tardiness += Math.max(0, now - task.due());
            late += now > task.due() ? 1 : 0;
        }
        return new Figures(order.size(), flow, tardiness, late, now);
    }
}
