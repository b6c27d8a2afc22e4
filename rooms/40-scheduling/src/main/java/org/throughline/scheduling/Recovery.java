package org.throughline.scheduling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order line could still be ready earlier.
 *
 * @param end     when its last operation ends as it stands now; null if none of it is scheduled
 * @param options those that gain at least half a day, the least intrusive first
 */
public record Recovery(@Nullable Instant end, List<Option> options) {

    public Recovery {
        options = List.copyOf(options);
    }

    /** What can be done for a line. */
    public enum Action {
        /** Its missing material is brought in now. */
        EXPEDITE,
        /** Its operations go before all others. */
        FIRST,
        /** Two hours more on every working day. */
        OVERTIME
    }

    /**
     * One combination of actions and what follows from it.
     *
     * @param end       when the last operation of the line would end
     * @param minutes   gained, elapsed
     * @param moved     operations of others that change their time
     * @param lateNow   work orders of the plant that are late as it stands
     * @param lateThen  and that would be
     * @param others    work orders of others that would end later, the greatest change first
     */
    public record Option(
            List<Action> actions,
            Instant end,
            long minutes,
            int moved,
            int lateNow,
            int lateThen,
            List<MoveEffect.MovedOrder> others) {

        public Option {
            actions = List.copyOf(actions);
            others = List.copyOf(others);
        }
    }
}
