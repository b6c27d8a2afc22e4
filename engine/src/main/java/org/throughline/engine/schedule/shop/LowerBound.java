package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A makespan that no schedule of a shop can be below: the longest job, all work spread evenly, and for each machine the work
 * that only it can do, between what comes before and after it in its jobs, were it allowed to be interrupted (Carlier and
 * Pinson: Jackson's preemptive schedule). Cost: O(n log n).
 */
final class LowerBound {

    private final Shop shop;
    private final List<List<Task>> onlyHere = new ArrayList<>();
    private long longestJob;
    private long allWork;

    /** Work of one machine: there from {@code head} on, and {@code tail} is still to come when it is done. */
    private record Task(long head, long time, long tail) {}

    private LowerBound(Shop shop) {
        this.shop = shop;
        for (int m = 0; m < shop.machines(); m++) {
            onlyHere.add(new ArrayList<>());
        }
        for (int j = 0; j < shop.jobs(); j++) {
            addJob(j);
        }
    }

    /** The bound, in the shop's unit of time. */
    static int of(Shop shop) {
        var bound = new LowerBound(shop);
        long evenly = Math.ceilDiv(bound.allWork, Math.max(1, shop.machines()));
        long machines =
                bound.onlyHere.stream().mapToLong(LowerBound::preemptive).max().orElse(0);
        return (int) Math.max(Math.max(bound.longestJob, evenly), machines);
    }

    private void addJob(int j) {
        long length = 0;
        for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
            length += shop.shortest(i);
        }
        long head = 0;
        for (int i = shop.jobFrom()[j]; i < shop.jobFrom()[j + 1]; i++) {
            int a = shop.alternativeFrom()[i];
            long time = shop.shortest(i);
            if (shop.alternativeFrom()[i + 1] == a + 1) {
                onlyHere.get(shop.machine()[a]).add(new Task(head, time, length - head - time));
            }
            head += time;
        }
        longestJob = Math.max(longestJob, length);
        allWork += length;
    }

    /** At every moment the task with the longest tail of those that are there is worked on. */
    private static long preemptive(List<Task> tasks) {
        var byHead = tasks.stream().sorted(Comparator.comparingLong(Task::head)).toList();
        var there = new PriorityQueue<Task>(Comparator.comparingLong(Task::tail).reversed());
        long now = 0;
        long bound = 0;
        int next = 0;
        while (next < byHead.size() || !there.isEmpty()) {
            if (there.isEmpty()) {
                now = Math.max(now, byHead.get(next).head());
            }
            while (next < byHead.size() && byHead.get(next).head() <= now) {
                there.add(byHead.get(next++));
            }
            var task = there.remove();
            long until = next < byHead.size() ? byHead.get(next).head() : Long.MAX_VALUE;
            if (task.time() > until - now) {
                there.add(new Task(task.head(), task.time() - (until - now), task.tail()));
                now = until;
            } else {
                now += task.time();
                bound = Math.max(bound, now + task.tail());
            }
        }
        return bound;
    }
}
