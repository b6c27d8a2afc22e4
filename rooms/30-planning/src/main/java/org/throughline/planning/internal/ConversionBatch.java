package org.throughline.planning.internal;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.throughline.planning.Suggestion;
import org.throughline.planning.SuggestionToMake;
import org.throughline.planning.SupplyKind;

/**
 * Suggestions that are being converted together.
 *
 * @param suggestions consumers before what they consume
 * @param pegs        shares of order lines, the largest first
 */
public record ConversionBatch(
        List<Suggestion> suggestions, List<SuggestionToMake> orders, Map<UUID, Map<UUID, BigDecimal>> pegs) {

    public ConversionBatch {
        suggestions = List.copyOf(suggestions);
        orders = List.copyOf(orders);
    }

    /** What one maker is asked for. */
    public List<SuggestionToMake> toMake(SupplyKind kind) {
        return orders.stream().filter(order -> order.kind() == kind).toList();
    }

    /** Every order line that something of the batch is for. */
    public Set<UUID> orderLines() {
        var lines = new LinkedHashSet<UUID>();
        pegs.values().forEach(shares -> lines.addAll(shares.keySet()));
        return lines;
    }
}
