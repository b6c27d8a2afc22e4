package org.throughline.shopfloor;

import java.util.List;
import java.util.UUID;
import org.throughline.kernel.Quantity;

/**
 * What one report says came off an operation.
 *
 * @param rework     to be repaired at this operation; zero when {@code fromRework}
 * @param fromRework good and scrap are pieces that were waiting to be repaired
 * @param reasons    why pieces are scrapped or to be repaired; they sum to scrap and rework
 */
public record ReportedQuantities(
        Quantity good, Quantity scrap, Quantity rework, boolean fromRework, List<ReasonCount> reasons) {

    /** What becomes of a bad piece. */
    public enum Fate {
        SCRAP,
        REWORK
    }

    /** Whose fault it is: 工废 the process (the operator's), 料废 the material. */
    public enum Cause {
        PROCESS,
        MATERIAL
    }

    /** So many pieces for one reason. */
    public record ReasonCount(Fate fate, UUID reasonId, Cause cause, Quantity quantity) {}

    /**
     * @throws ReportRefused if a quantity is negative, nothing is reported, or the reasons do not sum
     */
    public ReportedQuantities {
        reasons = List.copyOf(reasons);
        if (good.isNegative() || scrap.isNegative() || rework.isNegative()) {
            throw ReportRefused.negative(good, scrap, rework);
        }
        if (fromRework && rework.isPositive()) {
            throw ReportRefused.reworkTwice(rework);
        }
        requireSum(Fate.SCRAP, scrap, reasons);
        requireSum(Fate.REWORK, rework, reasons);
    }

    /** Good pieces only. */
    public static ReportedQuantities good(Quantity good) {
        var none = Quantity.zero(good.unit());
        return new ReportedQuantities(good, none, none, false, List.of());
    }

    /** All pieces of this report. */
    public Quantity total() {
        return good.plus(scrap).plus(rework);
    }

    private static void requireSum(Fate fate, Quantity reported, List<ReasonCount> reasons) {
        var sum = Quantity.zero(reported.unit());
        for (var reason : reasons) {
            if (reason.fate == fate) {
                sum = sum.plus(reason.quantity);
            }
        }
        if (sum.compareTo(reported) != 0) {
            throw ReportRefused.reasonsDoNotSum(fate, reported, sum);
        }
    }
}
