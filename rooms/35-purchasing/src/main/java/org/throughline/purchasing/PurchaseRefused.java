package org.throughline.purchasing;

import java.time.LocalDate;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;

/** Purchasing says no. */
public final class PurchaseRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private PurchaseRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** A partner that is not a supplier, or not any more. */
    public static PurchaseRefused notASupplier(String partner) {
        return new PurchaseRefused("purchasing.not-a-supplier", "partner", partner);
    }

    /** An order of nothing. */
    public static PurchaseRefused empty(String order) {
        return new PurchaseRefused("purchasing.empty", "order", order);
    }

    /** Zero or less. */
    public static PurchaseRefused notPositive(String item, Quantity quantity) {
        return new PurchaseRefused("purchasing.not-positive", "item", item, "quantity", quantity);
    }

    /** A day that has passed. */
    public static PurchaseRefused inThePast(String order, LocalDate date) {
        return new PurchaseRefused("purchasing.in-the-past", "order", order, "date", date);
    }

    /** A supplier cannot promise more than was ordered, or nothing. */
    public static PurchaseRefused answeredTooMuch(String line, Quantity quantity, Quantity ordered) {
        return new PurchaseRefused(
                "purchasing.answered-too-much", "line", line, "quantity", quantity, "ordered", ordered);
    }

    /** Not in a state in which this can be done. */
    public static PurchaseRefused wrongStatus(String order, String status) {
        return new PurchaseRefused("purchasing.wrong-status", "order", order, "status", status);
    }

    /** Goods of an order that was never sent. */
    public static PurchaseRefused notOrdered(String order) {
        return new PurchaseRefused("purchasing.not-ordered", "order", order);
    }

    /** Something of it is here already. */
    public static PurchaseRefused alreadyReceived(String order, Quantity received) {
        return new PurchaseRefused("purchasing.already-received", "order", order, "received", received);
    }

    /** More than was ordered and is tolerated. */
    public static PurchaseRefused tooMuch(String order, Quantity quantity, Quantity allowed, Quantity open) {
        return new PurchaseRefused(
                "purchasing.too-much", "order", order, "quantity", quantity, "allowed", allowed, "open", open);
    }

    /** Pieces with numbers of their own need as many numbers. */
    public static PurchaseRefused serialNumbers(String item, Quantity quantity, int given) {
        return new PurchaseRefused("purchasing.serial-numbers", "item", item, "quantity", quantity, "given", given);
    }
}
