package org.throughline.exchange.internal.frepple;

import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.kernel.RuleViolation;
import org.throughline.workflow.ProgressJobs.Progress;

/** Imports rows of a data set one by one, each in its own transaction; the sets are small. */
@Component
class RowSteps {

    private final TransactionTemplate transactions;

    RowSteps(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    void each(Dataset data, Model model, Progress progress, Function<FreppleRow, Outcome> work) {
        var rows = data.rows(model);
        for (int i = 0; i < rows.size(); i++) {
            progress.at(i, rows.size(), "frepple " + Model.plain(model.name()));
            FreppleRow row = rows.get(i);
            if (!data.isCounted(row)) {
                one(data, model, row, work);
            }
        }
    }

    void one(Dataset data, Model model, FreppleRow row, Function<FreppleRow, Outcome> work) {
        try {
            Outcome outcome = transactions.execute(status -> work.apply(row));
            data.count(model, row, outcome == null ? Outcome.UNCHANGED : outcome);
        } catch (RuleViolation refused) {
            data.reject(model, row, refused);
        } catch (DataAccessException notStorable) {
            data.reject(
                    model,
                    row,
                    RowRefused.notStorable(
                            String.valueOf(notStorable.getMostSpecificCause().getMessage())));
        }
    }
}
