package org.throughline.engineering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.Quantity;

/**
 * An item taken apart to the last screw, on one date, before any netting.
 *
 * @param root the item itself at level 0
 */
public record Explosion(LocalDate date, Node root) {

    /**
     * One place in the tree; an item used in two places has two nodes.
     *
     * @param level      0 is the product
     * @param quantity   gross, in the item's base unit, scrap and fixed loss of every level above included
     * @param line       the line of the parent's bill; null for the root
     * @param revision   of the item's own bill; null when it has none
     * @param components by position; empty for what is bought or has no bill
     */
    public record Node(
            UUID itemId,
            int level,
            Quantity quantity,
            @Nullable BomLine line,
            @Nullable String revision,
            List<Node> components) {

        public Node {
            components = List.copyOf(components);
        }
    }

    /** How much of every item below the root is needed in all, in order of first appearance. */
    public Map<UUID, Quantity> totals() {
        var totals = new LinkedHashMap<UUID, Quantity>();
        root.components().forEach(node -> add(node, totals));
        return totals;
    }

    private static void add(Node node, Map<UUID, Quantity> totals) {
        totals.merge(node.itemId(), node.quantity(), Quantity::plus);
        node.components().forEach(component -> add(component, totals));
    }
}
