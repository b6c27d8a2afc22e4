package org.throughline.shopfloor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.throughline.kernel.Quantity;
import org.throughline.shopfloor.ReportedQuantities.Cause;
import org.throughline.shopfloor.ReportedQuantities.Fate;
import org.throughline.shopfloor.ReportedQuantities.ReasonCount;
import org.throughline.shopfloor.WorkOrderOperation.Status;

class OperationFlowTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final UUID REASON = UUID.randomUUID();

    @Test
    void the_next_operation_may_report_what_the_previous_one_reported_good() {
        var flow = aFlow("100", "laser", "bend").report(0, good("5"), false, NOW);

        assertThat(flow.operations().get(1).status()).isEqualTo(Status.READY);
        assertThat(flow.available(1)).isEqualTo(pieces("5"));
        var bent = flow.report(1, good("3"), false, NOW);
        assertThat(bent.available(1)).isEqualTo(pieces("2"));
        assertThat(bent.remaining(1)).isEqualTo(pieces("97"));
    }

    @Test
    void more_than_arrived_is_refused_and_the_limit_is_named() {
        var flow = aFlow("100", "laser", "bend").report(0, good("5"), false, NOW);

        assertThatThrownBy(() -> flow.requireReportable(1, good("6"), BigDecimal.ZERO, "—"))
                .isInstanceOfSatisfying(ReportRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("shopfloor.more-than-arrived");
                    assertThat(refusal.values())
                            .containsEntry("limit", Quantity.of(5, "C62"))
                            .containsEntry("previous", "laser");
                });
    }

    @Test
    void more_than_ordered_is_refused_and_says_who_may_release_it() {
        var flow = aFlow("100", "laser");

        flow.requireReportable(0, good("105"), new BigDecimal("5"), "Liu Qiang");
        assertThatThrownBy(() -> flow.requireReportable(0, good("106"), new BigDecimal("5"), "Liu Qiang"))
                .isInstanceOfSatisfying(ReportRefused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("shopfloor.more-than-ordered");
                    assertThat(refusal.values())
                            .containsEntry("limit", Quantity.of(105, "C62"))
                            .containsEntry("leaders", "Liu Qiang");
                });
    }

    @Test
    void scrap_at_one_operation_lowers_what_the_next_ones_expect() {
        var flow = aFlow("10", "laser", "bend")
                .report(
                        0,
                        new ReportedQuantities(pieces("8"), pieces("2"), pieces("0"), false, List.of(scrap("2"))),
                        false,
                        NOW);

        assertThat(flow.operations().getFirst().status()).isEqualTo(Status.DONE);
        assertThat(flow.expected(1)).isEqualTo(pieces("8"));
        assertThat(flow.report(1, good("8"), false, NOW).isDone()).isTrue();
        assertThat(flow.scrap()).isEqualTo(pieces("2"));
    }

    @Test
    void an_operation_with_pieces_to_repair_is_not_done_until_they_are() {
        var rework = new ReasonCount(Fate.REWORK, REASON, Cause.PROCESS, pieces("2"));
        var flow = aFlow("10", "weld")
                .report(
                        0,
                        new ReportedQuantities(pieces("8"), pieces("0"), pieces("2"), false, List.of(rework)),
                        false,
                        NOW);

        assertThat(flow.isDone()).isFalse();
        assertThat(flow.remaining(0)).isEqualTo(pieces("0"));
        var repaired = new ReportedQuantities(pieces("1"), pieces("1"), pieces("0"), true, List.of(scrap("1")));
        flow.requireReportable(0, repaired, BigDecimal.ZERO, "—");
        var after = flow.report(0, repaired, false, NOW);
        assertThat(after.isDone()).isTrue();
        assertThat(after.good()).isEqualTo(pieces("9"));
    }

    @Test
    void decimals_add_up_exactly() {
        var flow = aFlow("0.3", "cut");
        for (int i = 0; i < 3; i++) {
            flow.requireReportable(0, good("0.1"), BigDecimal.ZERO, "—");
            flow = flow.report(0, good("0.1"), false, NOW);
        }

        assertThat(flow.isDone()).isTrue();
        assertThat(flow.good()).isEqualTo(pieces("0.3"));
    }

    @Test
    void a_report_whose_pieces_were_passed_on_is_not_taken_back() {
        var flow =
                aFlow("10", "laser", "bend").report(0, good("10"), false, NOW).report(1, good("4"), false, NOW);

        assertThatThrownBy(() -> flow.undo(0, good("10"), NOW)).hasMessageContaining("shopfloor.passed-on");
        var undone = flow.undo(1, good("4"), NOW).undo(0, good("10"), NOW);
        assertThat(undone.operations().getFirst().status()).isEqualTo(Status.PAUSED);
        assertThat(undone.available(1)).isEqualTo(pieces("0"));
    }

    @Test
    void an_operation_finished_short_passes_on_what_it_made() {
        var flow = aFlow("10", "laser", "bend").report(0, good("7"), true, NOW);

        assertThat(flow.operations().getFirst().status()).isEqualTo(Status.DONE);
        assertThat(flow.remaining(1)).isEqualTo(pieces("7"));
        assertThat(flow.report(1, good("7"), false, NOW).isDone()).isTrue();
    }

    @Test
    void an_operation_is_not_finished_while_the_previous_one_goes_on() {
        var flow = aFlow("10", "laser", "bend").report(0, good("4"), false, NOW);

        assertThatThrownBy(() -> flow.report(1, good("4"), true, NOW))
                .hasMessageContaining("shopfloor.previous-not-done");
    }

    @Test
    void reasons_must_sum_to_the_bad_pieces() {
        assertThatThrownBy(() ->
                        new ReportedQuantities(pieces("38"), pieces("2"), pieces("0"), false, List.of(scrap("1"))))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("shopfloor.scrap-reasons-do-not-sum"));
    }

    @Test
    void progress_is_counted_in_standard_minutes() {
        var flow = aFlow("10", "laser", "bend").report(0, good("5"), false, NOW);

        // each operation: 10 minutes setup and 2 a piece, so 30 of 10 pieces; five at the first: 10 + 10
        assertThat(flow.standardMinutes()).isEqualByComparingTo("60");
        assertThat(flow.earnedMinutes()).isEqualByComparingTo("20");
    }

    private static ReasonCount scrap(String quantity) {
        return new ReasonCount(Fate.SCRAP, REASON, Cause.PROCESS, pieces(quantity));
    }

    private static ReportedQuantities good(String quantity) {
        return ReportedQuantities.good(pieces(quantity));
    }

    private static Quantity pieces(String amount) {
        return Quantity.of(amount, "C62");
    }

    /** A released work order with these operations in a row. */
    private static OperationFlow aFlow(String ordered, String... names) {
        var order = UUID.randomUUID();
        var operations = new ArrayList<WorkOrderOperation>();
        for (var name : names) {
            operations.add(new WorkOrderOperation(
                    UUID.randomUUID(),
                    order,
                    (operations.size() + 1) * 10,
                    name,
                    new WorkOrderOperation.Station(UUID.randomUUID(), null, null),
                    new WorkOrderOperation.Standard(BigDecimal.TEN, BigDecimal.TWO),
                    operations.isEmpty() ? Status.READY : Status.WAITING,
                    WorkOrderOperation.Counts.none("C62"),
                    pieces("0"),
                    null,
                    null,
                    0));
        }
        return new OperationFlow(pieces(ordered), operations);
    }
}
