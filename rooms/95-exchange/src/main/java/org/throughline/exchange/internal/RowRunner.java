package org.throughline.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.exchange.RowRefused;
import org.throughline.kernel.RuleViolation;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * Runs over rows, a few hundred in a transaction. When one of them is refused by a rule, the transaction is undone and
 * its rows are taken one by one, so that a bad row costs only itself.
 */
@Component
public class RowRunner {

    private static final int ROWS_AT_ONCE = 200;

    private final TransactionTemplate transactions;

    RowRunner(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /**
     * @param number of a row, as reported
     * @param work   imports one row; throws a {@link RowRefused} before it writes, or any rule's refusal
     */
    public <R> void each(
            List<R> rows, ToIntFunction<R> number, Tally tally, Progress progress, Function<R, Outcome> work) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            progress.at(from, rows.size(), tally.name());
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            if (!together(some, number, tally, work)) {
                some.forEach(row -> alone(row, number, tally, work));
            }
        }
    }

    /** Imports something that stands or falls as a whole. */
    public void whole(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    private <R> boolean together(List<R> rows, ToIntFunction<R> number, Tally tally, Function<R, Outcome> work) {
        var outcomes = new ArrayList<Outcome>();
        var refused = new ArrayList<Refused<R>>();
        try {
            transactions.executeWithoutResult(status -> {
                for (R row : rows) {
                    try {
                        outcomes.add(work.apply(row));
                    } catch (RowRefused before) {
                        refused.add(new Refused<>(row, before));
                    }
                }
            });
        } catch (RuleViolation | DataAccessException oneOfThem) {
            return false;
        }
        outcomes.forEach(tally::count);
        refused.forEach(one -> tally.reject(number.applyAsInt(one.row()), one.why()));
        return true;
    }

    private <R> void alone(R row, ToIntFunction<R> number, Tally tally, Function<R, Outcome> work) {
        try {
            Outcome outcome = transactions.execute(status -> work.apply(row));
            tally.count(outcome == null ? Outcome.UNCHANGED : outcome);
        } catch (RuleViolation refused) {
            tally.reject(number.applyAsInt(row), refused);
        } catch (DataAccessException notStorable) {
            tally.reject(
                    number.applyAsInt(row),
                    RowRefused.notStorable(
                            String.valueOf(notStorable.getMostSpecificCause().getMessage())));
        }
    }

    private record Refused<R>(R row, RowRefused why) {}
}
