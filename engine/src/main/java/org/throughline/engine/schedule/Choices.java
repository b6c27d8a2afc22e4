package org.throughline.engine.schedule;

import org.throughline.engine.calendar.WorkingCalendar;

/**
 * The machines an operation may still go to: its alternatives, or the one it is locked to if its place was taken.
 */
final class Choices {

    private final Network network;

    Choices(Network network) {
        this.network = network;
    }

    int count(int operation) {
        return network.operations[operation].lock() != null
                ? 1
                : network.alternativeFrom[operation + 1] - network.alternativeFrom[operation];
    }

    int machine(int operation, int choice) {
        var lock = network.operations[operation].lock();
        return lock != null
                ? network.machineNumber(lock.machine(), network.operations[operation].id())
                : network.alternativeMachine[network.alternativeFrom[operation] + choice];
    }

    long minutes(int operation, int choice) {
        var lock = network.operations[operation].lock();
        return lock != null ? lock.minutes() : network.alternativeMinutes[network.alternativeFrom[operation] + choice];
    }

    WorkingCalendar calendar(int operation, int choice) {
        return network.operations[operation].lock() != null
                ? network.calendar(operation, machine(operation, choice))
                : network.alternativeCalendar[network.alternativeFrom[operation] + choice];
    }

    /** A locked operation that gave way does not come before its locked time. */
    long notBefore(int operation) {
        var lock = network.operations[operation].lock();
        return lock == null ? Long.MIN_VALUE : lock.start();
    }
}
