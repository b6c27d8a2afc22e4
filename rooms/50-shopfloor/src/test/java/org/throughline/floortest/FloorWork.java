package org.throughline.floortest;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Quantity;
import org.throughline.order.OrderLine;
import org.throughline.shopfloor.CreateWorkOrder;
import org.throughline.shopfloor.IssueMaterial;
import org.throughline.shopfloor.ReleaseWorkOrder;
import org.throughline.shopfloor.ReportOperation;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.stock.Reservation;
import org.throughline.stock.Reservations;

/** Panels of the scene's shop, made as the floor makes them. */
@Component
public class FloorWork {

    private static final BigDecimal STEEL_PER_PANEL = new BigDecimal("2.5");

    private final FloorScene scene;
    private final CreateWorkOrder createWorkOrder;
    private final ReleaseWorkOrder releaseWorkOrder;
    private final IssueMaterial issueMaterial;
    private final ReportOperation reportOperation;
    private final Reservations reservations;

    FloorWork(
            FloorScene scene,
            CreateWorkOrder createWorkOrder,
            ReleaseWorkOrder releaseWorkOrder,
            IssueMaterial issueMaterial,
            ReportOperation reportOperation,
            Reservations reservations) {
        this.scene = scene;
        this.createWorkOrder = createWorkOrder;
        this.releaseWorkOrder = releaseWorkOrder;
        this.issueMaterial = issueMaterial;
        this.reportOperation = reportOperation;
        this.reservations = reservations;
    }

    /** A released work order for the line, with its steel. */
    public WorkOrder onTheFloor(FloorScene.Shop shop, OrderLine line, int panels) {
        var steel = STEEL_PER_PANEL.multiply(BigDecimal.valueOf(panels)).toPlainString();
        scene.stock(shop.steel(), steel, "H-" + line.orderNumber());
        var order = createWorkOrder.create(
                shop.panel().id(), Quantity.of(panels, "C62"), FloorScene.TODAY.plusDays(5), null, line.id());
        releaseWorkOrder.release(order.id(), false);
        issueMaterial.issue(order.id(), List.of(), null, "issue-" + order.id());
        return order;
    }

    /** The same with every operation reported good. */
    public void finished(FloorScene.Shop shop, OrderLine line, int panels) {
        var order = onTheFloor(shop, line, panels);
        for (var step : scene.operations(order)) {
            reportOperation.report(FloorScene.good(step, String.valueOf(panels), step.sequence() + "-" + order.id()));
        }
    }

    /** Panels kept for the line. */
    public Quantity kept(FloorScene.Shop shop, OrderLine line) {
        return reservations.of(List.of(line.id())).stream()
                .filter(reservation -> reservation.itemId().equals(shop.panel().id()))
                .map(Reservation::open)
                .reduce(Quantity.zero("C62"), Quantity::plus);
    }
}
