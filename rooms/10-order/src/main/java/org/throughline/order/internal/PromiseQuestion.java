package org.throughline.order.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Items;
import org.throughline.kernel.RuleViolation;
import org.throughline.order.Inquiry;
import org.throughline.order.OrderLine;
import org.throughline.order.Promise;
import org.throughline.order.PromiseDates;
import tools.jackson.databind.json.JsonMapper;

/** Asks downstream when something can be delivered; without anybody to ask, the item's lead time answers. */
@Component
@Transactional(readOnly = true)
public class PromiseQuestion {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectProvider<PromiseDates> promiseDates;
    private final Items items;
    private final Clock clock;

    PromiseQuestion(ObjectProvider<PromiseDates> promiseDates, Items items, Clock clock) {
        this.promiseDates = promiseDates;
        this.items = items;
        this.clock = clock;
    }

    /**
     * What the computer says about a line.
     *
     * @param promise null when it could not be computed
     * @param reason  JSON: the promise, or the code and values of the refusal that prevented it
     */
    public record Answer(@Nullable Promise promise, String reason) {

        /** Null when it could not be computed. */
        public @Nullable LocalDate earliest() {
            return promise == null ? null : promise.earliest();
        }

        /** Whether the customer can have it when wanted. */
        public boolean meetsWanted() {
            return promise != null && promise.meetsWanted();
        }
    }

    /**
     * Asks about the lines of one order in their order, each beside those before it; a refusal on the way becomes part of
     * its line's answer.
     */
    public List<Answer> about(List<OrderLine> lines) {
        var asking = asking();
        return lines.stream().map(line -> answer(asking, inquiry(line))).toList();
    }

    /** Asks about anything; quantity in the item's base unit. */
    public Promise about(Inquiry inquiry) {
        return asking().earliest(inquiry);
    }

    /**
     * Asks about an order line beside those before it.
     *
     * @param before lines of its order that are not in the plan yet either
     * @throws RuleViolation if it cannot be computed
     */
    public Promise about(OrderLine line, List<OrderLine> before) {
        var asking = asking();
        before.forEach(other -> answer(asking, inquiry(other)));
        return asking.earliest(inquiry(line));
    }

    private PromiseDates.Asking asking() {
        var answering = promiseDates.getIfAvailable();
        return answering == null ? this::byLeadTime : answering.together();
    }

    private static Inquiry inquiry(OrderLine line) {
        return new Inquiry(line.itemId(), line.open(), line.requestedDate(), line.id());
    }

    private static Answer answer(PromiseDates.Asking asking, Inquiry inquiry) {
        try {
            var promise = asking.earliest(inquiry);
            return new Answer(promise, JSON.writeValueAsString(promise));
        } catch (RuleViolation refusal) {
            var reason = Map.of("code", refusal.code(), "values", refusal.values());
            return new Answer(null, JSON.writeValueAsString(reason));
        }
    }

    private Promise byLeadTime(Inquiry inquiry) {
        var item = items.get(inquiry.itemId());
        var today = LocalDate.now(clock);
        var earliest = today.plusDays(item.leadTimeDays());
        var kind = switch (item.kind()) {
            case BUY -> Promise.Kind.PURCHASE;
            case MAKE, PHANTOM -> Promise.Kind.MAKE;
        };
        var step = new Promise.Step(kind, item.id(), item.code() + " " + item.name(), today, earliest, "");
        var wanted = inquiry.wanted();
        return new Promise(
                earliest, wanted == null || !earliest.isAfter(wanted), List.of(step), item.name(), List.of());
    }
}
