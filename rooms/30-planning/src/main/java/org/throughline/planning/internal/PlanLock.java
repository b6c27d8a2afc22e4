package org.throughline.planning.internal;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.planning.PlanningRefused;

/** One run or conversion at a time in an organisation. Held until the transaction ends. */
@Component
class PlanLock {

    private final JdbcClient jdbc;

    PlanLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for a run that goes on, at most 30 seconds.
     *
     * @throws PlanningRefused if it takes longer
     */
    void take() {
        try {
            jdbc.sql("SELECT set_config('lock_timeout', '30s', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 30))")
                    .param("name", name())
                    .query((row, number) -> Boolean.TRUE)
                    .single();
            jdbc.sql("SELECT set_config('lock_timeout', '0', true)")
                    .query(String.class)
                    .single();
        } catch (PessimisticLockingFailureException busy) {
            var refused = PlanningRefused.alreadyRunning();
            refused.initCause(busy);
            throw refused;
        }
    }

    /** Takes it if nobody has it. */
    boolean tryToTake() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 30))")
                .param("name", name())
                .query(Boolean.class)
                .single();
    }

    private static String name() {
        return "planning-run " + Actor.current().organisation();
    }
}
