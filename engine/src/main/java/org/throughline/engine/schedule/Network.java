package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkingCalendar;

/**
 * A problem as flat arrays: operations, machines and resources by number, alternatives and arcs in rows. Immutable after
 * construction.
 */
final class Network {

    /** No family: needs no setup and leaves the machine as it is. */
    static final int NO_FAMILY = -1;

    /** A machine whose setups need nobody. */
    static final int NO_CREW = -1;

    private static final Take[] NOTHING = {};

    final ScheduleProblem problem;
    /** The resource that sets up each machine. */
    final int[] crewResource;
    /** When a machine can be set up. */
    final WorkingCalendar[] crewCalendar;

    final Operation[] operations;
    final int[] jobOf;
    /** Earliest start by plan start and release of the job; material is apart. */
    final long[] release;

    final int[] family;
    /** What each operation takes, every resource once. */
    private final Take[][] takes;
    /**
     * Row of alternatives of operation i: {@code alternativeFrom[i] .. alternativeFrom[i + 1]}, without machines whose windows
     * are all too short for it.
     */
    final int[] alternativeFrom;

    final int[] alternativeMachine;
    final long[] alternativeMinutes;
    final WorkingCalendar[] alternativeCalendar;
    final ArcTable arcs;
    final SetupTable setups;
    final Couples couples;
    /** What transport from one machine to another takes. */
    final Journeys journeys;

    /** The time that two calendars share, computed once for this network and all others on its machines. */
    private final Map<Calendars, WorkingCalendar> common;

    private final Map<String, Integer> operationNumbers = new HashMap<>();
    private final Map<String, Integer> machineNumbers = new HashMap<>();
    private final Map<String, Integer> resourceNumbers = new HashMap<>();

    private record Calendars(WorkingCalendar first, WorkingCalendar second) {}

    /** So many of a resource by number. */
    record Take(int resource, int count) {}

    /** Whether a setup, once planned, keeps its time: somebody comes for it, or it waits for its work. */
    boolean hasFixedSetups(int machine) {
        return crewResource[machine] != NO_CREW || machine(machine).attachedSetups();
    }

    /** @param known has the same machines, setups and resources; null if nothing is known of them yet */
    private Network(ScheduleProblem problem, @Nullable Network known) {
        this.problem = problem;
        common = known == null ? new ConcurrentHashMap<>() : known.common;
        if (known == null) {
            PlausibleNumbers.require(problem);
        } else {
            PlausibleNumbers.requireJobs(problem);
        }
        indexMachines();
        journeys = new Journeys(problem);
        crewResource = new int[problem.machines().size()];
        crewCalendar = new WorkingCalendar[crewResource.length];
        for (int m = 0; m < crewResource.length; m++) {
            var crew = machine(m).setupCrew();
            crewResource[m] = crew == null ? NO_CREW : setterNumber(crew, machine(m));
            crewCalendar[m] = crew == null
                    ? machine(m).calendar()
                    : both(
                            machine(m).calendar(),
                            problem.resources().get(crewResource[m]).calendar());
        }
        var all = new ArrayList<Operation>();
        var jobs = new ArrayList<Integer>();
        for (int j = 0; j < problem.jobs().size(); j++) {
            for (var operation : problem.jobs().get(j).operations()) {
                putNew(operationNumbers, operation.id(), all.size(), "operation");
                all.add(operation);
                jobs.add(j);
            }
        }
        operations = all.toArray(Operation[]::new);
        jobOf = jobs.stream().mapToInt(Integer::intValue).toArray();
        release = new long[size()];
        Arrays.setAll(release, i -> Math.max(problem.now(), job(i).release()));
        setups = known == null ? new SetupTable(problem) : known.setups;
        family = Arrays.stream(operations)
                .mapToInt(operation -> setups.family(operation.family()))
                .toArray();
        takes = new Take[size()][];
        Arrays.setAll(takes, i -> takes(operations[i]));
        alternativeFrom = new int[size() + 1];
        int most = all.stream()
                .mapToInt(operation -> operation.alternatives().size())
                .sum();
        alternativeMachine = new int[most];
        alternativeMinutes = new long[most];
        alternativeCalendar = new WorkingCalendar[most];
        fillAlternatives();
        arcs = ArcTable.of(this);
        couples = new Couples(this);
    }

    /** @throws EngineRefusal if the problem names what it does not contain, or contains a cycle */
    static Network of(ScheduleProblem problem) {
        return new Network(problem, null);
    }

    /** Other jobs on the machines of this network. */
    Network withJobs(List<Job> jobs, List<Arc> others) {
        return new Network(problem.withJobs(jobs, others), this);
    }

    int size() {
        return operations.length;
    }

    Job job(int operation) {
        return problem.jobs().get(jobOf[operation]);
    }

    Machine machine(int number) {
        return problem.machines().get(number);
    }

    int operationNumber(String id, String namedBy) {
        return numberOf(operationNumbers, id, "operation", namedBy);
    }

    /** Its number, or -1 if there is no such operation. */
    int operationNumberOrNone(String id) {
        return operationNumbers.getOrDefault(id, -1);
    }

    int machineNumber(String id, String namedBy) {
        return numberOf(machineNumbers, id, "machine", namedBy);
    }

    /** What an operation takes while it runs; every resource occurs once. */
    Take[] takes(int operation) {
        return takes[operation];
    }

    private Take[] takes(Operation operation) {
        if (operation.uses().isEmpty()) {
            return NOTHING;
        }
        var sums = new TreeMap<Integer, Integer>();
        for (var use : operation.uses()) {
            int resource = resourceNumber(use.resource(), operation.id());
            int sum = sums.getOrDefault(resource, 0);
            requireThere(operation, use.count(), sum, problem.resources().get(resource));
            sums.put(resource, sum + use.count());
        }
        return sums.entrySet().stream()
                .map(entry -> new Take(entry.getKey(), entry.getValue()))
                .toArray(Take[]::new);
    }

    private static void requireThere(Operation operation, long count, long taken, SharedResource resource) {
        if (count + taken > resource.capacity() || count < 1) {
            throw neverFits(
                    operation,
                    "it takes %d of %s, of which there are %d"
                            .formatted(count + taken, resource.id(), resource.capacity()));
        }
    }

    private int setterNumber(String crew, Machine machine) {
        int resource = resourceNumber(crew, "The machine " + machine.id());
        if (problem.resources().get(resource).capacity() < 1) {
            throw new EngineRefusal(
                    "schedule.never-fits",
                    "The machine (%s) is set up by (%s), and there are none.".formatted(machine.id(), crew),
                    Map.of("machine", machine.id(), "resource", crew));
        }
        return resource;
    }

    private int resourceNumber(String id, String namedBy) {
        return numberOf(resourceNumbers, id, "resource", namedBy);
    }

    /** When the machine works and everything the operation uses is there. */
    WorkingCalendar calendar(int operation, int machine) {
        for (int a = alternativeFrom[operation]; a < alternativeFrom[operation + 1]; a++) {
            if (alternativeMachine[a] == machine) {
                return alternativeCalendar[a];
            }
        }
        return sharedCalendar(operations[operation], machine(machine));
    }

    private void indexMachines() {
        for (int m = 0; m < problem.machines().size(); m++) {
            putNew(machineNumbers, problem.machines().get(m).id(), m, "machine");
        }
        for (int r = 0; r < problem.resources().size(); r++) {
            putNew(resourceNumbers, problem.resources().get(r).id(), r, "resource");
        }
    }

    private void fillAlternatives() {
        var windows = new LongestWork(problem.now());
        for (int i = 0; i < size(); i++) {
            var operation = operations[i];
            if (operation.alternatives().isEmpty()) {
                throw new EngineRefusal(
                        "schedule.no-alternative",
                        "The operation (%s) names no machine that could do it.".formatted(operation.id()),
                        Map.of("operation", operation.id()));
            }
            checkNeeds(operation);
            int a = alternativeFrom[i];
            for (var alternative : operation.alternatives()) {
                int machine = machineNumber(alternative.machine(), operation.id());
                alternativeMachine[a] = machine;
                alternativeMinutes[a] = alternative.minutes();
                alternativeCalendar[a] = sharedCalendar(operation, machine(machine));
                boolean isPossible =
                        operation.interruptible() || windows.takes(alternativeMinutes[a], alternativeCalendar[a]);
                a += isPossible ? 1 : 0;
            }
            // If none is possible the last one stays, and is refused when it is to be placed.
            alternativeFrom[i + 1] = Math.max(a, alternativeFrom[i] + 1);
        }
    }

    private WorkingCalendar sharedCalendar(Operation operation, Machine machine) {
        var calendar = machine.calendar();
        for (var use : operation.uses()) {
            int resource = resourceNumber(use.resource(), operation.id());
            calendar = both(calendar, problem.resources().get(resource).calendar());
        }
        return calendar;
    }

    /** The time that two calendars share. */
    WorkingCalendar both(WorkingCalendar first, WorkingCalendar second) {
        return common.computeIfAbsent(new Calendars(first, second), pair -> first.and(second));
    }

    private void checkNeeds(Operation operation) {
        for (var need : operation.crew()) {
            long able = problem.people().stream()
                    .filter(person -> person.can(need.skill(), need.grade()))
                    .count();
            if (able < need.count()) {
                throw neverFits(
                        operation,
                        "it needs %d people with %s of grade %d, and there are %d"
                                .formatted(need.count(), need.skill(), need.grade(), able));
            }
        }
        checkSize(operation);
    }

    private void checkSize(Operation operation) {
        for (var alternative : operation.alternatives()) {
            var machine = machine(machineNumber(alternative.machine(), operation.id()));
            if (machine.isBatch() && (operation.size() > machine.batchCapacity() || operation.size() < 1)) {
                throw neverFits(
                        operation,
                        "its size is %d, and %s takes %d"
                                .formatted(operation.size(), machine.id(), machine.batchCapacity()));
            }
        }
    }

    static EngineRefusal neverFits(Operation operation, String why) {
        return new EngineRefusal(
                "schedule.never-fits",
                "The operation (%s) can never be done: %s.".formatted(operation.id(), why),
                Map.of("operation", operation.id(), "why", why));
    }

    private static void putNew(Map<String, Integer> numbers, String id, int number, String what) {
        if (numbers.put(id, number) != null) {
            throw new EngineRefusal(
                    "schedule.duplicate",
                    "The %s (%s) occurs twice.".formatted(what, id),
                    Map.of("what", what, "id", id));
        }
    }

    private static int numberOf(Map<String, Integer> numbers, String id, String what, String namedBy) {
        var number = numbers.get(id);
        if (number == null) {
            throw new EngineRefusal(
                    "schedule.unknown",
                    "%s names %s (%s), which is not in the problem.".formatted(namedBy, what, id),
                    Map.of("what", what, "id", id, "namedBy", namedBy));
        }
        return number;
    }
}
