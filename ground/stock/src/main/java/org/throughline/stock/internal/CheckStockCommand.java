package org.throughline.stock.internal;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Command;
import org.throughline.stock.StockCheck;

/** {@code ./run check-stock}. */
@Component
class CheckStockCommand implements Command {

    private final StockCheck check;

    CheckStockCommand(StockCheck check) {
        this.check = check;
    }

    @Override
    public String name() {
        return "check-stock";
    }

    @Override
    public String help() {
        return "check-stock — derives all balances and reservations again from the ledger and tells differences";
    }

    @Override
    public boolean run(List<String> arguments, Consumer<String> tell) {
        var differences = check.differences();
        for (var difference : differences) {
            tell.accept("%s  %s: recorded %s, derived %s"
                    .formatted(difference.kind(), difference.subject(), difference.recorded(), difference.derived()));
        }
        tell.accept(differences.isEmpty() ? "The books are right." : differences.size() + " differences.");
        return differences.isEmpty();
    }
}
