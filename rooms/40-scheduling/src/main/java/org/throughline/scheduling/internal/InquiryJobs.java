package org.throughline.scheduling.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.calendar.TimeAxis;
import org.throughline.engine.promise.Inquiry;
import org.throughline.engine.promise.PromiseAnswer;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Operation;
import org.throughline.engineering.Routing;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.Structures;
import org.throughline.factory.Items;
import org.throughline.order.Promise;
import org.throughline.planning.RequirementNode;
import org.throughline.planning.SupplyKind;

/** What an inquiry would have made, as jobs that do not exist yet. Not thread-safe. */
final class InquiryJobs {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final long LONGEST_CLOSURE_MINUTES = 3L * MINUTES_A_DAY;

    private final String prefix;
    private final PromiseBoards.Board board;
    private final Map<UUID, Routing> routings;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final Map<String, RequirementNode> nodes = new LinkedHashMap<>();
    private final Map<String, String> jobOfOperation = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Ready> waits = new HashMap<>();
    private LocalDate readyWithoutWork;

    private InquiryJobs(String prefix, PromiseBoards.Board board, Map<UUID, Routing> routings) {
        this.prefix = prefix;
        this.board = board;
        this.routings = routings;
        this.readyWithoutWork = board.today();
    }

    /** @param prefix tells the jobs of this inquiry from those of others on the board */
    static InquiryJobs of(
            String prefix, RequirementNode tree, Structures structures, Items items, PromiseBoards.Board board) {
        var made = new LinkedHashSet<UUID>();
        collect(tree, made);
        items.all(made).values().stream()
                .filter(item -> item.kind() == org.throughline.factory.Item.Kind.PHANTOM)
                .forEach(item -> made.remove(item.id()));
        var result = new InquiryJobs(prefix, board, structures.routingsOf(made));
        var root = result.add(tree);
        result.readyWithoutWork = later(result.readyWithoutWork, root.ready());
        return result;
    }

    private static void collect(RequirementNode node, Set<UUID> made) {
        if (node.kind() == SupplyKind.MAKE && node.net().isPositive()) {
            made.add(node.itemId());
        }
        node.components().forEach(component -> collect(component, made));
    }

    /**
     * From when something is there.
     *
     * @param ready      the part that comes by itself: stock, open supply, purchases
     * @param what       what decides that day
     * @param operations last operations that must have ended
     */
    private record Ready(LocalDate ready, @Nullable String what, List<String> operations) {

        Ready and(Ready other) {
            var all = new ArrayList<>(operations);
            all.addAll(other.operations());
            return other.ready().isAfter(ready)
                    ? new Ready(other.ready(), other.what(), all)
                    : new Ready(ready, what, all);
        }
    }

    /** Adds what must be made for the node; answers from when the node is there. */
    private Ready add(RequirementNode node) {
        var ready = new Ready(board.today(), null, List.of());
        for (var coming : node.incoming()) {
            ready = ready.and(new Ready(coming.due(), coming.number(), List.of()));
        }
        if (!node.net().isPositive()) {
            return ready;
        }
        if (node.kind() == SupplyKind.BUY) {
            return ready.and(new Ready(node.possible(), PromiseReasons.label(node), List.of()));
        }
        var routing = routings.get(node.itemId());
        if (routing == null) {
            var parts = ready;
            for (var component : node.components()) {
                parts = parts.and(add(component));
            }
            return node.components().isEmpty()
                    ? parts.and(new Ready(node.possible(), PromiseReasons.label(node), List.of()))
                    : parts;
        }
        return new Ready(ready.ready(), ready.what(), List.of(make(node, routing)));
    }

    /** @return the name of the last operation */
    private String make(RequirementNode node, Routing routing) {
        var needs = needs(node, routing);
        var job = prefix + nodes.size();
        nodes.put(job, node);
        var operations = new ArrayList<Operation>();
        for (int i = 0; i < routing.operations().size(); i++) {
            var step = routing.operations().get(i);
            var name = job + ":" + step.sequence();
            var built = operation(name, step, node);
            var need = needs.get(i);
            if (need != null) {
                long minute = board.prepared().axis().minuteOf(need.ready());
                if (minute > board.prepared().problem().now()) {
                    built = built.withMaterial(minute, need.what());
                    waits.put(name, need);
                }
                need.operations().forEach(before -> arcs.add(Arc.of(before, name)));
            }
            names.put(name, step.sequence() + " " + step.name());
            jobOfOperation.put(name, job);
            operations.add(built);
        }
        jobs.add(Job.of(job, board.prepared().problem().now(), null, 1, operations));
        return job + ":" + routing.operations().getLast().sequence();
    }

    /** What each operation waits for; a component without an operation is wanted by the first. */
    private Map<Integer, Ready> needs(RequirementNode node, Routing routing) {
        var needs = new HashMap<Integer, Ready>();
        for (var component : node.components()) {
            needs.merge(indexOf(component.operationSequence(), routing), add(component), Ready::and);
        }
        return needs;
    }

    private static int indexOf(@Nullable Integer sequence, Routing routing) {
        if (sequence != null) {
            for (int i = 0; i < routing.operations().size(); i++) {
                if (routing.operations().get(i).sequence() == sequence) {
                    return i;
                }
            }
        }
        return 0;
    }

    private Operation operation(String name, RoutingOperation step, RequirementNode node) {
        var places = board.prepared().places();
        var own = places.of(step.workCentreId(), step.machineId());
        if (step.subcontract() || own.isEmpty()) {
            long minutes = (long) Math.max(1, step.subcontractDays()) * MINUTES_A_DAY;
            return Operation.of(name, new Operation.Alternative(places.outside(step.workCentreId()), minutes));
        }
        BigDecimal work =
                step.setupMinutes().add(step.runMinutes().multiply(node.net().amount()));
        var built = Operation.of(
                name,
                own.stream()
                        .map(place -> new Operation.Alternative(place.id(), place.minutes(work)))
                        .toArray(Operation.Alternative[]::new));
        return board.prepared().side().with(built, step.workCentreId(), step.name());
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }

    /** @param wanted the minute by which all should be done */
    Inquiry inquiry(long wanted) {
        return new Inquiry(jobs, arcs, wanted);
    }

    /** When everything is there that is not made for the inquiry. */
    LocalDate readyWithoutWork() {
        return readyWithoutWork;
    }

    String nameOf(String operation) {
        return names.getOrDefault(operation, operation);
    }

    @Nullable
    UUID itemOf(String operation) {
        var job = jobOfOperation.get(operation);
        var node = job == null ? null : nodes.get(job);
        return node == null ? null : node.itemId();
    }

    /** The material an operation waits for; {@code minutes} from now until it is there. */
    record MaterialWait(String what, LocalDate ready, long minutes) {}

    /** The longest wait for material after which an operation starts as soon as its machine is open. */
    Optional<MaterialWait> materialWait(PromiseAnswer placed) {
        var axis = board.prepared().axis();
        long now = board.prepared().problem().now();
        MaterialWait longest = null;
        for (var slot : placed.placements()) {
            var need = waits.get(slot.operation());
            if (need != null) {
                long ready = axis.minuteOf(need.ready());
                boolean binding = slot.start() - ready <= LONGEST_CLOSURE_MINUTES;
                if (binding && (longest == null || ready - now > longest.minutes())) {
                    longest = new MaterialWait(String.valueOf(need.what()), need.ready(), ready - now);
                }
            }
        }
        return Optional.ofNullable(longest);
    }

    /** One step for each job, from the start of its first operation to the end of its last. */
    List<Promise.Step> makeSteps(PromiseAnswer placed, TimeAxis axis) {
        var from = new HashMap<String, Long>();
        var to = new HashMap<String, Long>();
        for (var slot : placed.placements()) {
            from.merge(slot.job(), Math.min(slot.setupStart(), slot.start()), Math::min);
            to.merge(slot.job(), slot.end(), Math::max);
        }
        var steps = new ArrayList<Promise.Step>();
        nodes.forEach((job, node) -> {
            var start = from.get(job);
            var end = to.get(job);
            if (start != null && end != null) {
                steps.add(new Promise.Step(
                        Promise.Kind.MAKE,
                        node.itemId(),
                        PromiseReasons.label(node),
                        axis.dateOf(start),
                        axis.dateOf(end - 1),
                        Words.say("make", "quantity", node.net())));
            }
        });
        return steps;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }
}
