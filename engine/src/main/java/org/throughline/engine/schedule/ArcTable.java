package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Who waits for whom, in rows by operation, with a topological order. */
final class ArcTable {

    private static final Wait[] NONE = {};

    /** Waits by the waiting operation. */
    final Wait[][] before;
    /** Waits by the operation that is waited for. */
    final Wait[][] after;
    /** Every operation after those it waits for. */
    final int[] topological;

    /** One wait, with operations by number. */
    record Wait(int before, int after, Arc arc) {

        /** One that keeps both, of the same operations. */
        Wait and(Wait other) {
            return new Wait(before, after, arc.and(other.arc));
        }
    }

    private ArcTable(Wait[][] before, Wait[][] after, int[] topological) {
        this.before = before;
        this.after = after;
        this.topological = topological;
    }

    static ArcTable of(Network network) {
        var waits = new LinkedHashMap<Long, Wait>();
        int number = 0;
        for (var job : network.problem.jobs()) {
            for (int k = 0; k < job.operations().size(); k++, number++) {
                if (k > 0 && job.sequential()) {
                    var neighbour = Arc.of(network.operations[number - 1].id(), network.operations[number].id());
                    var wait = new Wait(number - 1, number, neighbour);
                    waits.put(pair(wait), wait);
                }
            }
        }
        waits.putAll(given(network));
        var before = rows(network.size(), waits.values().stream().toList(), true);
        var after = rows(network.size(), waits.values().stream().toList(), false);
        return new ArcTable(before, after, sort(network, before, after));
    }

    /** What arcs say; of several between the same two operations all hold. They replace the wait between neighbours of a job. */
    private static Map<Long, Wait> given(Network network) {
        var waits = new LinkedHashMap<Long, Wait>();
        for (var arc : network.problem.arcs()) {
            var namedBy = "The arc %s → %s".formatted(arc.before(), arc.after());
            var wait = new Wait(
                    network.operationNumber(arc.before(), namedBy), network.operationNumber(arc.after(), namedBy), arc);
            waits.merge(pair(wait), wait, Wait::and);
        }
        return waits;
    }

    private static long pair(Wait wait) {
        return ((long) wait.before() << 32) | wait.after();
    }

    private static Wait[][] rows(int size, List<Wait> waits, boolean byAfter) {
        var lists = new HashMap<Integer, List<Wait>>();
        for (var wait : waits) {
            lists.computeIfAbsent(byAfter ? wait.after() : wait.before(), key -> new ArrayList<>())
                    .add(wait);
        }
        var rows = new Wait[size][];
        for (int i = 0; i < size; i++) {
            var list = lists.get(i);
            rows[i] = list == null ? NONE : list.toArray(Wait[]::new);
        }
        return rows;
    }

    private static int[] sort(Network network, Wait[][] before, Wait[][] after) {
        int[] missing = new int[network.size()];
        int[] order = new int[network.size()];
        int filled = 0;
        for (int i = 0; i < missing.length; i++) {
            missing[i] = before[i].length;
            if (missing[i] == 0) {
                order[filled++] = i;
            }
        }
        for (int read = 0; read < filled; read++) {
            for (var wait : after[order[read]]) {
                if (--missing[wait.after()] == 0) {
                    order[filled++] = wait.after();
                }
            }
        }
        if (filled < order.length) {
            throw cycle(network, before, missing);
        }
        return order;
    }

    private static EngineRefusal cycle(Network network, Wait[][] before, int[] missing) {
        int start = 0;
        while (missing[start] == 0) {
            start++;
        }
        var seen = new LinkedHashMap<Integer, Integer>();
        int at = start;
        while (seen.putIfAbsent(at, seen.size()) == null) {
            int next = -1;
            for (var wait : before[at]) {
                next = missing[wait.before()] > 0 ? wait.before() : next;
            }
            at = next;
        }
        var path = new ArrayList<String>();
        int from = seen.getOrDefault(at, 0);
        for (var entry : seen.entrySet()) {
            if (entry.getValue() >= from) {
                path.addFirst(network.operations[entry.getKey()].id());
            }
        }
        path.addFirst(path.getLast());
        var way = String.join(" → ", path);
        return new EngineRefusal(
                "schedule.cycle", "Operations wait for each other: %s.".formatted(way), Map.of("path", way));
    }
}
