package org.throughline.engine.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Checks that nobody and nothing is used twice: people, tools, setters. */
final class UseChecker extends RuleChecker {

    private final List<ScheduledOperation> placed;

    UseChecker(ScheduleProblem problem, List<ScheduledOperation> placed, List<String> violations) {
        super(problem, violations);
        this.placed = placed;
    }

    void check() {
        problem.resources().forEach(this::checkResource);
        checkPeople();
    }

    private void checkPeople() {
        for (var slot : placed) {
            var operation = operation(slot.operation());
            int needed =
                    operation.crew().stream().mapToInt(Operation.Need::count).sum();
            require(operation.lock() != null || slot.people().size() == needed, slot.operation() + " has another crew");
            require(new HashSet<>(slot.people()).size() == slot.people().size(), slot.operation() + " has twins");
            for (var need : operation.crew()) {
                long able = problem.people().stream()
                        .filter(person -> slot.people().contains(person.id()) && person.can(need.skill(), need.grade()))
                        .count();
                require(operation.lock() != null || able >= need.count(), slot.operation() + " lacks a skill");
            }
            for (var other : placed) {
                // What takes no time needs nobody.
                boolean meet = other.start() < other.end()
                        && slot.start() < slot.end()
                        && !other.equals(slot)
                        && other.start() < slot.end()
                        && slot.start() < other.end();
                require(
                        !meet || java.util.Collections.disjoint(slot.people(), other.people()),
                        slot.operation() + " shares somebody with " + other.operation());
            }
        }
    }

    private void checkResource(SharedResource resource) {
        checkSetters(resource);
        var users = new ArrayList<ScheduledOperation>();
        placed.stream().filter(slot -> count(slot, resource) > 0).forEach(users::add);
        for (var slot : users) {
            int taken = 0;
            for (var other : users) {
                if (other.start() <= slot.start() && slot.start() < other.end()) {
                    taken += count(other, resource);
                }
            }
            require(taken <= resource.capacity(), resource.id() + " is overbooked at " + slot.start());
        }
        for (var absence : resource.absences()) {
            int taken = users.stream()
                    .filter(slot -> operation(slot.operation()).lock() == null && slot.start() < slot.end())
                    .filter(slot -> slot.start() < absence.window().end()
                            && absence.window().start() < slot.end())
                    .mapToInt(slot -> count(slot, resource))
                    .max()
                    .orElse(0);
            require(taken + absence.count() <= resource.capacity(), resource.id() + " is used while it is not there");
        }
    }

    /** Setups of locked operations may be done already. */
    private void checkSetters(SharedResource resource) {
        var setups = placed.stream()
                .filter(slot ->
                        slot.setupMinutes() > 0 && operation(slot.operation()).lock() == null)
                .filter(slot -> problem.machines().stream()
                        .anyMatch(machine -> machine.id().equals(slot.machine())
                                && resource.id().equals(machine.setupCrew())))
                .toList();
        for (var slot : setups) {
            long together = setups.stream()
                    .filter(other -> other.setupStart() <= slot.setupStart() && slot.setupStart() < other.setupEnd())
                    .count();
            require(together <= resource.capacity(), resource.id() + " sets up too much at " + slot.setupStart());
        }
    }

    private int count(ScheduledOperation slot, SharedResource resource) {
        return operation(slot.operation()).uses().stream()
                .filter(use -> use.resource().equals(resource.id()))
                .mapToInt(Operation.Use::count)
                .sum();
    }
}
