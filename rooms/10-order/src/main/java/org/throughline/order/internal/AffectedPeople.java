package org.throughline.order.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;
import org.throughline.order.OrderChange;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderReview;
import org.throughline.order.SalesOrder;
import org.throughline.workflow.Acknowledgements;
import org.throughline.workflow.Notices;

/** Asks everybody whom a change after confirmation concerns to confirm that they have seen it. */
@Component
public class AffectedPeople {

    private static final List<String> ROLES = List.of("planner", "buyer", "team-leader");

    private final OrderReviews reviews;
    private final Acknowledgements acknowledgements;
    private final Notices notices;

    AffectedPeople(OrderReviews reviews, Acknowledgements acknowledgements, Notices notices) {
        this.reviews = reviews;
        this.acknowledgements = acknowledgements;
        this.notices = notices;
    }

    /** Asks the salesperson and those who reviewed the line, and tells planning, purchasing and the floor. */
    public void ask(SalesOrder order, OrderLine line, OrderChange change) {
        var people = new LinkedHashSet<UUID>();
        if (order.ownerUserId() != null) {
            people.add(order.ownerUserId());
        }
        reviews.ofLines(List.of(line.id())).stream()
                .map(OrderReview::answeredBy)
                .filter(user -> user != null)
                .forEach(people::add);
        var actor = Actor.current().user();
        if (actor != null) {
            people.remove(actor);
        }
        var link = "/lines/" + line.id();
        if (!people.isEmpty()) {
            acknowledgements.ask("sales-order-line", line.id(), text(line, change), people, link);
        }
        var values = Map.of("line", line.label(), "change", text(line, change), "reason", change.reason());
        ROLES.forEach(role -> notices.tellRole(role, "sales.line-changed", values, link));
    }

    private static String text(OrderLine line, OrderChange change) {
        return switch (change.kind()) {
            case QUANTITY ->
                "%s: %s → %s · %s".formatted(line.label(), change.oldQuantity(), change.newQuantity(), change.reason());
            case DATE ->
                "%s: %s → %s · %s".formatted(line.label(), change.oldDate(), change.newDate(), change.reason());
            case QUANTITY_AND_DATE ->
                "%s: %s → %s, %s → %s · %s"
                        .formatted(
                                line.label(),
                                change.oldQuantity(),
                                change.newQuantity(),
                                change.oldDate(),
                                change.newDate(),
                                change.reason());
            case CANCEL -> "%s: × %s · %s".formatted(line.label(), change.oldQuantity(), change.reason());
        };
    }
}
