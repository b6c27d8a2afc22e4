package org.throughline.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.kernel.Quantity;
import org.throughline.scheduling.Slot;
import org.throughline.scheduling.Slots;
import org.throughline.shopfloor.FloorFacts;

class PlanAttainmentTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private final Planned planned = new Planned();
    private final Floor floor = new Floor();
    private final PlanAttainment attainment =
            new PlanAttainment(planned, floor, Clock.fixed(at(MONDAY.plusDays(1), 8), SHANGHAI));

    @Test
    void too_much_of_one_does_not_make_up_for_too_little_of_another() {
        operation(MONDAY, "100", "100", at(MONDAY, 15));
        operation(MONDAY, "100", "60", null);

        assertThat(attainment.lastDays()).singleElement().satisfies(day -> {
            assertThat(day.planned()).isEqualTo(2);
            assertThat(day.done()).isEqualTo(1);
            assertThat(day.plannedQuantity()).isEqualByComparingTo("200");
            assertThat(day.goodQuantity()).isEqualByComparingTo("160");
        });
        assertThat(attainment.missedOn(MONDAY))
                .singleElement()
                .satisfies(missed -> assertThat(missed.good()).isEqualTo(Quantity.of(60, "C62")));
    }

    @Test
    void what_ends_after_midnight_was_not_done_on_its_day() {
        operation(MONDAY, "10", "9", at(MONDAY.plusDays(1), 0));

        assertThat(attainment.lastDays())
                .singleElement()
                .satisfies(day -> assertThat(day.done()).isZero());
        assertThat(attainment.missedOn(MONDAY)).hasSize(1);
    }

    @Test
    void a_day_on_which_only_work_given_outside_ends_is_no_day_of_the_plan() {
        planned.days.put(MONDAY.minusDays(1), Set.of(UUID.randomUUID()));
        operation(MONDAY, "10", "10", at(MONDAY, 9));

        assertThat(attainment.lastDays()).extracting(PlanAttainment.Day::day).containsExactly(MONDAY);
    }

    @Test
    void the_last_fourteen_days_of_the_plan_are_shown_oldest_first() {
        for (int back = 0; back < 20; back++) {
            var day = MONDAY.minusDays(back);
            operation(day, "1", "1", at(day, 10));
        }

        assertThat(attainment.lastDays())
                .extracting(PlanAttainment.Day::day)
                .hasSize(14)
                .isSorted()
                .endsWith(MONDAY);
    }

    private void operation(LocalDate day, String wanted, String good, @Nullable Instant ended) {
        var id = UUID.randomUUID();
        planned.days.computeIfAbsent(day, one -> new HashSet<>()).add(id);
        floor.operations.put(
                id, new FloorFacts.OperationThen(id, "WO-" + id, null, 10, "车", pieces(wanted), pieces(good), ended));
    }

    private static Quantity pieces(String amount) {
        return new Quantity(new BigDecimal(amount), "C62");
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }

    /** Schedules a test writes down. */
    private static final class Planned implements Slots {

        private final Map<LocalDate, Set<UUID>> days = new HashMap<>();

        @Override
        public Map<LocalDate, Set<UUID>> plannedToEnd(LocalDate from, LocalDate to) {
            return days;
        }

        @Override
        public Map<UUID, Slot> of(Collection<UUID> operationIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, List<Slot>> forLines(Collection<UUID> orderLineIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Slot> dispatchList(@Nullable UUID workCentreId, @Nullable UUID machineId) {
            throw new UnsupportedOperationException();
        }
    }

    /** The house's own operations a test writes down. */
    private static final class Floor implements FloorFacts {

        private final Map<UUID, OperationThen> operations = new HashMap<>();

        @Override
        public List<OperationThen> ownAt(Collection<UUID> operationIds, Instant moment) {
            var own = new ArrayList<OperationThen>();
            for (var id : operationIds) {
                var operation = operations.get(id);
                if (operation != null) {
                    own.add(operation);
                }
            }
            return own;
        }

        @Override
        public Map<UUID, LineOnFloor> of(Collection<UUID> orderLineIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UUID> badReportsOf(UUID orderLineId) {
            throw new UnsupportedOperationException();
        }
    }
}
