package org.throughline.engine.mrp;

import java.util.List;

/**
 * The result of a planning run; every list is sorted, equal inputs give equal plans.
 *
 * @param orders by item level, item, number of the order
 * @param requirements components of planned and exploded open orders
 * @param links single-level pegging
 * @param chain pegging of every supply to demand lines, through all levels
 * @param answers one per demand that counts
 */
public record MrpPlan(
        List<PlannedOrder> orders,
        List<Requirement> requirements,
        List<PegLink> links,
        List<ChainLink> chain,
        List<ActionMessage> messages,
        List<DemandAnswer> answers) {

    public MrpPlan {
        orders = List.copyOf(orders);
        requirements = List.copyOf(requirements);
        links = List.copyOf(links);
        chain = List.copyOf(chain);
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
    }
}
