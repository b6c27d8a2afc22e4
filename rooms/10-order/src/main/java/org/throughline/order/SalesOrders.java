package org.throughline.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the order room tells every other room about its orders. Reads only; filtered to the actor's rows. */
public interface SalesOrders {

    /** @throws org.throughline.kernel.NotFound if there is no such order, or the actor may not see it */
    SalesOrder get(UUID orderId);

    /** The order another system posted under this key. */
    Optional<SalesOrder> byExternalKey(String externalKey);

    /** The orders of these identities by identity; unknown ones are missing from the answer. */
    Map<UUID, SalesOrder> all(Collection<UUID> orderIds);

    /** The lines of one order, by position. */
    List<OrderLine> lines(UUID orderId);

    /** @throws org.throughline.kernel.NotFound if there is no such line, or the actor may not see it */
    OrderLine line(UUID lineId);

    /** These lines, in the order of the numbers; unknown ones are missing from the answer. */
    List<OrderLine> linesOf(Collection<UUID> lineIds);

    /**
     * Every line planning has to serve: OPEN, of a CONFIRMED order, held ones included (see {@link OrderLine#onHold()}).
     * By priority, then due date, then number.
     */
    List<OrderLine> openLines();

    /** Every line of every order that is neither completed nor cancelled, from inquiry on. By number. */
    List<OrderLine> liveLines();

    /**
     * A mark of what planning has to know of the orders: another one as soon as an open line or its order changes, or a line
     * comes or goes; the same while inquiries are only quoted, reviewed and approved.
     */
    String planningMark();

    /** The prices of these lines by line; only for those who may see prices ({@code @Price} decides in the pages). */
    Map<UUID, LinePrice> pricesOf(Collection<UUID> lineIds);

    /** What the customer was told and asked beyond quantity and date, by line. */
    Map<UUID, LineText> textsOf(Collection<UUID> lineIds);

    /** The reviews of these lines, by line, by department. */
    List<OrderReview> reviewsOf(Collection<UUID> lineIds);

    /** The changes of these lines after confirmation, oldest first. */
    List<OrderChange> changesOf(Collection<UUID> lineIds);
}
