package org.throughline.scheduling.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.engine.promise.PromiseBoard;
import org.throughline.engine.schedule.Budget;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.kernel.Actor;
import org.throughline.kernel.BusinessEvent;

/** The load of the machines as it would be now, kept until something happens, so that promises answer at once. */
@Component
class PromiseBoards {

    /** Changes that no event tells (another node) are seen after this long. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ScheduleDesk desk;
    private final Machines machines;
    private final Clock clock;
    private final Map<Key, Kept> boards = new ConcurrentHashMap<>();
    private final AtomicLong happenings = new AtomicLong();

    private record Key(UUID organisation, int overtimeMinutes) {}

    private record Kept(Board board, Instant at, long happening) {}

    PromiseBoards(ScheduleDesk desk, Machines machines, Clock clock) {
        this.desk = desk;
        this.machines = machines;
        this.clock = clock;
    }

    /** The booked machines, ready to be asked. */
    record Board(
            ScheduleDesk.Prepared prepared,
            PromiseBoard promises,
            LocalDate today,
            Map<String, String> machineNames,
            Places places) {

        String machineName(String place) {
            var name = machineNames.get(place);
            if (name != null) {
                return name;
            }
            var known = places.place(place);
            var centre = known == null ? null : places.workCentre(known.workCentreId());
            return centre == null ? place : centre.name();
        }
    }

    /** @param overtimeMinutes added to every working day */
    Board current(int overtimeMinutes) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return prepare(overtimeMinutes); // it sees what this transaction wrote, so nobody else may
        }
        var key = new Key(Actor.current().organisation(), overtimeMinutes);
        var kept = boards.get(key);
        return kept != null && isFresh(kept) ? kept.board() : again(key);
    }

    private synchronized Board again(Key key) {
        var kept = boards.get(key);
        if (kept != null && isFresh(kept)) {
            return kept.board();
        }
        long happening = happenings.get();
        var at = clock.instant();
        var board = prepare(key.overtimeMinutes());
        boards.put(key, new Kept(board, at, happening));
        return board;
    }

    private boolean isFresh(Kept kept) {
        return kept.happening() == happenings.get()
                && Duration.between(kept.at(), clock.instant()).abs().compareTo(LONGEST) < 0;
    }

    private Board prepare(int overtimeMinutes) {
        var prepared = desk.prepare(overtimeMinutes);
        var schedule = ScheduleDesk.place(prepared.problem(), Budget.iterations(0));
        var names = new HashMap<String, String>();
        for (Machine machine : machines.all()) {
            names.put(machine.id().toString(), machine.code() + " " + machine.name());
        }
        return new Board(
                prepared,
                PromiseBoard.of(prepared.problem(), schedule),
                LocalDate.now(clock),
                names,
                prepared.places());
    }

    /** What is kept, or being computed from before this, is no longer true. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(BusinessEvent event) {
        Objects.requireNonNull(event);
        happenings.incrementAndGet();
    }
}
