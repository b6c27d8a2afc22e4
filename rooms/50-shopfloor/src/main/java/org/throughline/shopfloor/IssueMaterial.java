package org.throughline.shopfloor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.identity.Verb;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.internal.LotChoice;
import org.throughline.shopfloor.internal.Materials;
import org.throughline.shopfloor.internal.WorkOrders;
import org.throughline.stock.StockLedger;
import org.throughline.stock.StockMovement;
import org.throughline.stock.StockPlace;

/**
 * Use cases: the warehouse hands material to a work order, or takes it back. Nothing is ever taken by itself when pieces
 * are reported, and nothing that is kept for another order.
 */
@Service
public class IssueMaterial {

    private static final String WORK_ORDER = "work-order";

    private final WorkOrders workOrders;
    private final Materials materials;
    private final LotChoice choice;
    private final Items items;
    private final StockLedger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssueMaterial(
            WorkOrders workOrders,
            Materials materials,
            LotChoice choice,
            Items items,
            StockLedger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workOrders = workOrders;
        this.materials = materials;
        this.choice = choice;
        this.items = items;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What to take of one component.
     *
     * @param quantity   null: all that is still open
     * @param lotNumber  as scanned; null: first in, first out, the order's own lots first
     * @param locationId null: wherever it lies
     */
    public record Portion(
            UUID componentId,
            @Nullable Quantity quantity,
            @Nullable String lotNumber,
            @Nullable UUID locationId) {}

    /** What to take from where for everything that is still open; less where less is there. */
    @Transactional(readOnly = true)
    public List<LotChoice.Pick> suggest(UUID workOrderId) {
        var order = workOrders.get(workOrderId);
        return choice.picks(order, materials.of(workOrderId));
    }

    /**
     * Hands material to the floor.
     *
     * @param portions what was taken; empty: everything that is open and there, as suggested
     * @param reason   why more than required is taken; null: not more
     * @param key      one per sheet, so that a repeat is not booked twice
     * @throws WorkOrderRefused if the order is not on the floor, does not need it, or there is not enough for it
     * @throws org.throughline.stock.StockRefused if the goods are not there or kept for others
     */
    @Verb(type = "work-order", operation = "issue")
    @Transactional
    public WorkOrder issue(UUID workOrderId, List<Portion> portions, @Nullable String reason, String key) {
        var order = workOrders.lock(workOrderId);
        if (!order.status().isOnTheFloor()) {
            throw WorkOrderRefused.notOnTheFloor(order.number(), order.status());
        }
        if (!materials.bookOnce(workOrderId, "ISSUE", key, clock.instant())) {
            return order;
        }
        var needed = materials.of(workOrderId);
        var picks = portions.isEmpty() ? choice.picks(order, needed) : chosen(order, needed, portions, reason);
        if (picks.isEmpty()) {
            throw WorkOrderRefused.nothingToIssue(order.number());
        }
        var movement = picks.stream()
                .map(pick -> StockMovement.issue(pick.componentId(), pick.quantity(), pick.place()))
                .reduce(StockMovement::and)
                .orElseThrow();
        book(order, movement, reason, "issue-" + key);
        var after = allot(needed, picks);
        materials.save(
                after.stream().filter(material -> !needed.contains(material)).toList());
        tell(order, picks, after);
        return order;
    }

    /**
     * Issues nonconforming pieces to the work order that repairs them. Nothing that is kept for the order line is used up:
     * the blocked pieces were no longer kept.
     *
     * @param from where they lie, blocked
     */
    @Transactional
    public void issueForRework(UUID workOrderId, StockPlace from) {
        var order = workOrders.lock(workOrderId);
        var material = materials.of(workOrderId).getFirst();
        var movement = StockMovement.issue(material.componentId(), material.open(), from);
        ledger.post(movement.reference(WORK_ORDER, order.id()).because("rework").key("rework-" + workOrderId));
        materials.save(List.of(material.issuing(material.open())));
    }

    /**
     * Takes unused material back into stock.
     *
     * @throws WorkOrderRefused if less was issued
     */
    @Verb(type = "work-order", operation = "issue")
    @Transactional
    public WorkOrder takeBack(UUID workOrderId, UUID componentId, Quantity quantity, StockPlace to, String key) {
        var order = workOrders.lock(workOrderId);
        if (!materials.bookOnce(workOrderId, "RETURN", key, clock.instant())) {
            return order;
        }
        var code = items.get(componentId).code();
        var material = materials.of(workOrderId).stream()
                .filter(candidate -> candidate.componentId().equals(componentId))
                .filter(candidate -> candidate.issued().isPositive())
                .findFirst()
                .orElseThrow(() -> WorkOrderRefused.materialNotOnOrder(order.number(), code));
        if (material.issued().compareTo(quantity) < 0) {
            throw WorkOrderRefused.notIssued(order.number(), code, quantity, material.issued());
        }
        book(order, StockMovement.returned(componentId, quantity, to), null, "return-" + key);
        materials.save(List.of(material.issuing(quantity.negated())));
        return order;
    }

    private void book(WorkOrder order, StockMovement movement, @Nullable String reason, String key) {
        ledger.post(movement.reference(WORK_ORDER, order.id())
                .forOrderLine(order.purpose().orderLineId())
                .because(reason)
                .key(key));
    }

    private List<LotChoice.Pick> chosen(
            WorkOrder order, List<WorkOrderMaterial> needed, List<Portion> portions, @Nullable String reason) {
        var codes = items.all(portions.stream().map(Portion::componentId).toList());
        var picks = new ArrayList<LotChoice.Pick>();
        for (var portion : portions) {
            var item = Objects.requireNonNull(codes.get(portion.componentId()), "unknown component");
            var open = open(order, needed, item);
            var wanted = portion.quantity() == null ? open : portion.quantity();
            if (wanted.compareTo(open) > 0 && (reason == null || reason.isBlank())) {
                throw WorkOrderRefused.moreThanRequired(order.number(), item.code(), wanted, open);
            }
            if (wanted.isPositive()) {
                picks.addAll(pick(order, item, wanted, portion));
            }
        }
        return picks;
    }

    private static Quantity open(WorkOrder order, List<WorkOrderMaterial> needed, Item item) {
        return needed.stream()
                .filter(material -> material.componentId().equals(item.id()))
                .map(WorkOrderMaterial::open)
                .reduce(Quantity::plus)
                .orElseThrow(() -> WorkOrderRefused.materialNotOnOrder(order.number(), item.code()));
    }

    private List<LotChoice.Pick> pick(WorkOrder order, Item item, Quantity wanted, Portion portion) {
        var picks = choice.pick(order, item.id(), wanted, portion.lotNumber(), portion.locationId());
        if (picks.isEmpty() && portion.lotNumber() != null) {
            throw WorkOrderRefused.unknownLot(item.code(), portion.lotNumber());
        }
        var have = picks.stream().map(LotChoice.Pick::quantity).reduce(Quantity.zero(wanted.unit()), Quantity::plus);
        if (have.compareTo(wanted) < 0) {
            throw WorkOrderRefused.notEnough(order.number(), item.code(), wanted, have);
        }
        return picks;
    }

    /** The materials with what was picked, in their order; what is beyond the requirement goes to the last row. */
    private static List<WorkOrderMaterial> allot(List<WorkOrderMaterial> needed, List<LotChoice.Pick> picks) {
        var left = new HashMap<UUID, Quantity>();
        picks.forEach(pick -> left.merge(pick.componentId(), pick.quantity(), Quantity::plus));
        var lastRow = new HashMap<UUID, UUID>();
        needed.forEach(material -> lastRow.put(material.componentId(), material.id()));
        return needed.stream()
                .map(material -> allotted(material, left, lastRow))
                .toList();
    }

    private static WorkOrderMaterial allotted(
            WorkOrderMaterial material, Map<UUID, Quantity> left, Map<UUID, UUID> lastRow) {
        var picked = left.get(material.componentId());
        if (picked == null || !picked.isPositive()) {
            return material;
        }
        var here = material.id().equals(lastRow.get(material.componentId())) ? picked : picked.min(material.open());
        left.put(material.componentId(), picked.minus(here));
        return here.isPositive() ? material.issuing(here) : material;
    }

    private void tell(WorkOrder order, List<LotChoice.Pick> picks, List<WorkOrderMaterial> after) {
        events.publishEvent(new MaterialIssued(
                order.id(),
                order.purpose().orderLineId(),
                picks.stream()
                        .map(pick -> new MaterialIssued.Portion(
                                pick.componentId(), pick.place().lotId(), pick.quantity()))
                        .toList(),
                after.stream().allMatch(material -> material.open().isZero()),
                clock.instant()));
    }
}
