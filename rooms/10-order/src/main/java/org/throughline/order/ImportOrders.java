package org.throughline.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.identity.Verb;
import org.throughline.kernel.Identity;
import org.throughline.kernel.RuleViolation;
import org.throughline.order.internal.OrderFile;
import org.throughline.order.internal.OrderHeads;
import org.throughline.order.internal.OrderImportLog;
import org.throughline.order.internal.RowsToOrders;

/** Use case: orders come in as an Excel or CSV file, one row for each line. */
@Service
public class ImportOrders {

    private final RowsToOrders rowsToOrders;
    private final CreateOrder createOrder;
    private final OrderHeads heads;
    private final SalesOrders orders;
    private final OrderImportLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;

    ImportOrders(
            RowsToOrders rowsToOrders,
            CreateOrder createOrder,
            OrderHeads heads,
            SalesOrders orders,
            OrderImportLog log,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rowsToOrders = rowsToOrders;
        this.createOrder = createOrder;
        this.heads = heads;
        this.orders = orders;
        this.log = log;
        this.events = events;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Makes the file's orders: each one whole or not at all, with a reason for every row that is not taken. The same file
     * again makes nothing twice.
     *
     * @param dryRun does everything and takes it back
     * @throws OrderRefused if the file lacks a column that every line needs
     * @throws RuleViolation if the file cannot be read at all
     */
    @Transactional
    @Verb(type = "sales-order", operation = "import")
    public OrderImport run(String fileName, byte[] content, boolean dryRun) {
        var file = OrderFile.read(fileName, content);
        var plan = rowsToOrders.plan(file.rows());
        var errors = new ArrayList<>(plan.errors());
        var made = new ArrayList<OrderImport.Made>();
        int inserted = 0;
        for (var ready : plan.ready()) {
            try {
                var order = each.execute(status -> createOrder.create(ready.order()));
                int lines = ready.order().lines().size();
                made.add(new OrderImport.Made(order.id(), order.number(), order.customerReference(), lines));
                inserted += lines;
            } catch (RuleViolation refusal) {
                errors.addAll(rowsToOrders.rejected(ready, refusal));
            }
        }
        int total = file.rows().size();
        int rejected =
                (int) errors.stream().map(OrderImport.RowError::row).distinct().count();
        var id = Identity.fresh();
        if (dryRun) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        } else {
            log.write(id, fileName, total, rejected, made);
        }
        return new OrderImport(
                id, total, inserted, 0, plan.unchanged(), rejected, dryRun, file.mapping(), sorted(errors), made);
    }

    private static List<OrderImport.RowError> sorted(List<OrderImport.RowError> errors) {
        return errors.stream()
                .sorted(Comparator.comparingInt(OrderImport.RowError::row))
                .toList();
    }

    /**
     * Takes a whole import back: its orders are removed as if they had never been.
     *
     * @throws OrderRefused if it was undone before, or one of its orders waits for approval, is confirmed or finished
     */
    @Transactional
    @Verb(type = "sales-order", operation = "import")
    public void undo(UUID importId) {
        var known = log.lock(importId);
        if (known.undone()) {
            throw OrderRefused.importNotUndoable(known.fileName(), "undone");
        }
        for (var orderId : log.orders(importId)) {
            var order = heads.lock(orderId);
            if (!order.status().isEditable()) {
                throw OrderRefused.importNotUndoable(known.fileName(), order.number() + " " + order.status());
            }
            var lines = orders.lines(orderId).stream().map(OrderLine::id).toList();
            heads.delete(orderId);
            events.publishEvent(new OrderCancelled(orderId, lines, "undo " + known.fileName(), order.receivedAt()));
        }
        log.undone(importId);
    }
}
