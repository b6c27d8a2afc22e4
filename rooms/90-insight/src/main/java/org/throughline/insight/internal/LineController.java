package org.throughline.insight.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.insight.internal.LineViews.LinePage;
import org.throughline.insight.internal.LineViews.LineRow;
import org.throughline.kernel.Actor;
import org.throughline.workflow.Approvals;

/** {@code /api/lines}: the list of all lines and the page of one. */
@RestController
@RequestMapping("/api/lines")
class LineController {

    private static final int LARGEST_PAGE = 500;
    private static final Duration TOO_LONG = Duration.ofHours(24);

    private final LineQueries lines;
    private final LinePageReader pages;
    private final Approvals approvals;
    private final Clock clock;

    LineController(LineQueries lines, LinePageReader pages, Approvals approvals, Clock clock) {
        this.lines = lines;
        this.pages = pages;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * One page of lines with counts and figures.
     *
     * @param state    comma separated states, {@code open} (the default) or {@code all}
     * @param mine     only lines I own or sell
     * @param due      {@code week}: due by the end of this week; {@code month}; or a date
     * @param q        part of the number, customer, item, drawing, or their pinyin
     * @param sort     {@code urgency} (default), {@code promised}, {@code forecast}, {@code slip}, {@code number},
     *                 {@code customer}; {@code -} in front turns it round
     */
    @GetMapping
    LinePage list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String orderClass,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "urgency") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var wanted = new LineQueries.Wanted(
                states(state),
                stage,
                mine ? Actor.current().user() : owner,
                customer,
                orderClass,
                null,
                due == null ? null : dueBy(due),
                q);
        var waiting = approvals.waitingForMe();
        var limit = clock.instant().minus(TOO_LONG);
        long tooLong = waiting.stream()
                .filter(approval -> approval.submittedAt().isBefore(limit))
                .count();
        return new LinePage(
                lines.page(wanted, sort, Math.max(0, page), Math.clamp(size, 1, LARGEST_PAGE)),
                lines.count(wanted),
                lines.counts(),
                lines.figures(waiting.size(), tooLong));
    }

    /** Everything about one line: where it is, when it will be ready, what is in the way, who acts. */
    @GetMapping("/{id}")
    LinePageReader.LineDetail one(@PathVariable UUID id) {
        return pages.read(id);
    }

    /** The lines of one order, by position. */
    @GetMapping("/of-order/{orderId}")
    List<LineRow> ofOrder(@PathVariable UUID orderId) {
        return lines.ofOrder(orderId);
    }

    private static @Nullable List<String> states(String state) {
        return switch (state) {
            case "open" -> LineBook.openStates();
            case "all" -> null;
            default -> Arrays.stream(state.split(",", -1)).map(String::strip).toList();
        };
    }

    private LocalDate dueBy(String due) {
        var today = LocalDate.now(clock);
        return switch (due) {
            case "week" -> LineQueries.endOfWeek(today);
            case "month" -> today.withDayOfMonth(today.lengthOfMonth());
            default -> LocalDate.parse(due);
        };
    }
}
