package org.throughline.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** The order room says no. */
public final class OrderRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private OrderRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** The order is not where it would have to be for this. */
    public static OrderRefused wrongStatus(String number, OrderStatus status, String verb) {
        return new OrderRefused("sales.wrong-status", "number", number, "status", status.name(), "verb", verb);
    }

    /** Somebody was faster. */
    public static OrderRefused alreadyConfirmed(String number, String by, Instant at) {
        return new OrderRefused("sales.already-confirmed", "number", number, "by", by, "at", at);
    }

    /** Somebody else's approval is still missing. */
    public static OrderRefused approvalWaiting(String number, List<String> waitingFor) {
        return new OrderRefused("sales.approval-waiting", "number", number, "waitingFor", waitingFor);
    }

    /** Departments have not answered yet. */
    public static OrderRefused notReviewed(String number, List<String> departments) {
        return new OrderRefused("sales.not-reviewed", "number", number, "departments", departments);
    }

    public static OrderRefused onHold(String number, String reason) {
        return new OrderRefused("sales.on-hold", "number", number, "reason", reason);
    }

    public static OrderRefused withoutLines() {
        return new OrderRefused("sales.without-lines");
    }

    /** An order keeps at least one line; to give all of it up, cancel the order. */
    public static OrderRefused lastLine(String number) {
        return new OrderRefused("sales.last-line", "number", number);
    }

    public static OrderRefused notACustomer(String partner) {
        return new OrderRefused("sales.not-a-customer", "partner", partner);
    }

    public static OrderRefused unknownCustomer(String key) {
        return new OrderRefused("sales.unknown-customer", "key", key);
    }

    public static OrderRefused unknownItem(String key) {
        return new OrderRefused("sales.unknown-item", "key", key);
    }

    public static OrderRefused inactiveItem(String item) {
        return new OrderRefused("sales.inactive-item", "item", item);
    }

    public static OrderRefused notPositive(String item, Quantity quantity) {
        return new OrderRefused("sales.quantity-not-positive", "item", item, "quantity", quantity);
    }

    public static OrderRefused dateInPast(String item, LocalDate date, LocalDate today) {
        return new OrderRefused("sales.date-in-past", "item", item, "date", date, "today", today);
    }

    public static OrderRefused badPrice(String item, String price) {
        return new OrderRefused("sales.bad-price", "item", item, "price", price);
    }

    public static OrderRefused badTaxRate(String rate) {
        return new OrderRefused("sales.bad-tax-rate", "rate", rate);
    }

    public static OrderRefused badPriority(int priority) {
        return new OrderRefused("sales.bad-priority", "priority", priority);
    }

    /** The same system posted this order before. */
    public static OrderRefused duplicateKey(String key, String number) {
        return new OrderRefused("sales.duplicate-key", "key", key, "number", number);
    }

    /** A department that was not asked, or is not the actor's own. */
    public static OrderRefused notYourDepartment(Department department) {
        return new OrderRefused("sales.not-your-department", "department", department.name());
    }

    /** A conditional yes or a no must say why. */
    public static OrderRefused answerWithoutReason(ReviewAnswer answer) {
        return new OrderRefused("sales.answer-without-reason", "answer", answer.name());
    }

    public static OrderRefused withoutReason(String what) {
        return new OrderRefused("sales.without-reason", "what", what);
    }

    public static OrderRefused nothingChanged(String line) {
        return new OrderRefused("sales.nothing-changed", "line", line);
    }

    public static OrderRefused lineClosed(String line, LineStatus status) {
        return new OrderRefused("sales.line-closed", "line", line, "status", status.name());
    }

    public static OrderRefused lessThanDelivered(String line, Quantity wanted, Quantity delivered) {
        return new OrderRefused("sales.less-than-delivered", "line", line, "wanted", wanted, "delivered", delivered);
    }

    /** What has left the house belongs to the customer until it comes back. */
    public static OrderRefused lineShipped(String line, Quantity shipped) {
        return new OrderRefused("sales.line-shipped", "line", line, "shipped", shipped);
    }

    /** Packed goods must be unpacked before their line gives them up. */
    public static OrderRefused linePacked(String line, Quantity packed) {
        return new OrderRefused("sales.line-packed", "line", line, "packed", packed);
    }

    /** The import was undone before, or one of its orders has been confirmed. */
    public static OrderRefused importNotUndoable(String file, String why) {
        return new OrderRefused("sales.import-not-undoable", "file", file, "why", why);
    }

    /** A row of an order file that cannot be understood. */
    public static OrderRefused unreadable(String column, String value) {
        return new OrderRefused("sales.unreadable-value", "column", column, "value", value);
    }

    /** A column that an order file must have. */
    public static OrderRefused missingColumn(String columns) {
        return new OrderRefused("sales.missing-column", "columns", columns);
    }

    /** Rows of one order that contradict each other. */
    public static OrderRefused contradiction(String column, String one, String other) {
        return new OrderRefused("sales.rows-contradict", "column", column, "one", one, "other", other);
    }

    /** The customer's order number is already in the house. */
    public static OrderRefused alreadyHere(String reference, String number) {
        return new OrderRefused("sales.already-here", "reference", reference, "number", number);
    }

    /** Another row of the same order was rejected, so the whole order was. */
    public static OrderRefused orderRejected(String reference, int row) {
        return new OrderRefused("sales.order-rejected", "reference", reference, "row", row);
    }

    /** A file that is no list of orders at all. */
    public static OrderRefused unreadableFile(String file) {
        return new OrderRefused("sales.unreadable-file", "file", file);
    }
}
