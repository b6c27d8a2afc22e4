package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What of stock and receipts is not promised yet (ATP), bucket by bucket, without planning anything.
 *
 * <p>Discrete with look-ahead: what the stock and a receipt leave after the orders up to the next receipt. Where orders are more
 * than their receipt, the buckets before it lend; what nobody can lend stands as a negative quantity in the first bucket.
 *
 * @param discrete by bucket; zero in buckets without a receipt, except the first
 * @param cumulative by bucket: the most that a new order due then may ask for without breaking a promise
 */
public record AvailableToPromise(List<BigDecimal> discrete, List<BigDecimal> cumulative) {

    public AvailableToPromise {
        discrete = List.copyOf(discrete);
        cumulative = List.copyOf(cumulative);
    }

    /**
     * Cost: O(buckets).
     *
     * @param onHand nettable stock, in the item's unit
     * @param receipts by bucket, at least 0
     * @param orders promised by bucket, at least 0; as many buckets
     * @throws IllegalArgumentException if the numbers of buckets differ, or there is none
     */
    public static AvailableToPromise of(BigDecimal onHand, List<BigDecimal> receipts, List<BigDecimal> orders) {
        int buckets = receipts.size();
        if (buckets == 0 || buckets != orders.size()) {
            throw new IllegalArgumentException(
                    "The buckets of receipts (%d) and orders (%d) must be as many, and at least one."
                            .formatted(buckets, orders.size()));
        }
        var discrete = new ArrayList<BigDecimal>(Collections.nCopies(buckets, BigDecimal.ZERO));
        var missing = BigDecimal.ZERO;
        for (int k = buckets - 1; k >= 0; k--) {
            missing = missing.add(orders.get(k)).subtract(receipts.get(k));
            if (k == 0) {
                discrete.set(0, onHand.subtract(missing));
            } else if (receipts.get(k).signum() > 0 && missing.signum() < 0) {
                discrete.set(k, missing.negate());
                missing = BigDecimal.ZERO;
            }
        }
        var cumulative = new ArrayList<BigDecimal>();
        var sum = BigDecimal.ZERO;
        for (var quantity : discrete) {
            sum = sum.add(quantity);
            cumulative.add(sum);
        }
        return new AvailableToPromise(discrete, cumulative);
    }
}
