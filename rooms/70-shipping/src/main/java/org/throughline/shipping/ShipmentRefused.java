package org.throughline.shipping;

import java.time.Instant;
import java.time.LocalDate;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** Goods cannot be packed, sent or proven delivered this way. */
public final class ShipmentRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private ShipmentRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static ShipmentRefused notPacked(String number, Shipment.Status status) {
        return new ShipmentRefused("shipping.not-packed", "number", number, "status", status.name());
    }

    static ShipmentRefused notShipped(String number, Shipment.Status status) {
        return new ShipmentRefused("shipping.not-shipped", "number", number, "status", status.name());
    }

    static ShipmentRefused withoutCarrier(String number) {
        return new ShipmentRefused("shipping.without-carrier", "number", number);
    }

    static ShipmentRefused withoutSignature(String number) {
        return new ShipmentRefused("shipping.without-signature", "number", number);
    }

    static ShipmentRefused impossibleDelivery(String number, Instant delivered, Instant shipped) {
        return new ShipmentRefused(
                "shipping.impossible-delivery", "number", number, "delivered", delivered, "shipped", shipped);
    }

    static ShipmentRefused moreThanOrdered(String line, Quantity wanted, Quantity open) {
        return new ShipmentRefused("shipping.more-than-ordered", "line", line, "wanted", wanted, "open", open);
    }

    static ShipmentRefused tooEarly(String line, LocalDate requested, LocalDate earliest) {
        return new ShipmentRefused("shipping.too-early", "line", line, "requested", requested, "earliest", earliest);
    }

    static ShipmentRefused notReady(String line, Quantity wanted, Quantity ready) {
        return new ShipmentRefused("shipping.not-ready", "line", line, "wanted", wanted, "ready", ready);
    }

    static ShipmentRefused waitsForInspection(String line, Quantity wanted, Quantity held) {
        return new ShipmentRefused("shipping.waits-for-inspection", "line", line, "wanted", wanted, "held", held);
    }

    static ShipmentRefused lineNotOpen(String line, String status) {
        return new ShipmentRefused("shipping.line-not-open", "line", line, "status", status);
    }

    static ShipmentRefused onHold(String line) {
        return new ShipmentRefused("shipping.order-on-hold", "line", line);
    }

    static ShipmentRefused differentCustomers(String one, String other) {
        return new ShipmentRefused("shipping.different-customers", "one", one, "other", other);
    }

    static ShipmentRefused packageTaken(String number) {
        return new ShipmentRefused("shipping.package-taken", "number", number);
    }

    static ShipmentRefused empty() {
        return new ShipmentRefused("shipping.empty");
    }
}
