package org.throughline.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.insight.LineState;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.internal.LineViews.LineRow;
import org.throughline.insight.internal.LineViews.MilestoneView;
import org.throughline.insight.internal.LineViews.PersonView;
import org.throughline.kernel.NotFound;
import org.throughline.portal.SharedLine;
import org.throughline.portal.SharedLine.Station;
import org.throughline.portal.SharedLine.StationKind;
import org.throughline.portal.SharedLine.StationState;
import org.throughline.portal.SharedLines;

/** Answers the portal from the lines; row-level security has already taken foreign rows away. */
@Component
class LinesForCustomers implements SharedLines {

    private static final int MOST_LINES = 500;

    private final LineQueries lines;
    private final People people;

    LinesForCustomers(LineQueries lines, People people) {
        this.lines = lines;
        this.people = people;
    }

    @Override
    public List<SharedLine> mine() {
        var everything = new LineQueries.Wanted(null, null, null, null, null, null, null, null);
        var open = lines.page(LineQueries.Wanted.open(), "forecast", 0, MOST_LINES);
        var rows = new ArrayList<>(open);
        lines.page(everything, "-promised", 0, MOST_LINES).stream()
                .filter(row -> row.state() == LineState.DONE)
                .forEach(rows::add);
        return rows.stream()
                .filter(row -> row.promised() != null)
                .map(this::shared)
                .toList();
    }

    @Override
    public SharedLine one(UUID lineId) {
        var row = lines.one(lineId);
        if (row.promised() == null) {
            throw new NotFound("sales-order-line", lineId);
        }
        return shared(row);
    }

    private SharedLine shared(LineRow row) {
        var contact = contactOf(row);
        var person = contact == null ? null : people.byUser(contact.id()).orElse(null);
        var slip = row.slipDays();
        return new SharedLine(
                row.id(),
                row.orderId(),
                row.orderNumber(),
                row.position(),
                row.item().name(),
                row.item().drawing(),
                row.quantity(),
                row.unit(),
                java.util.Objects.requireNonNull(row.promised()),
                row.forecast(),
                slip == null ? 0 : Math.max(0, slip),
                row.state() == LineState.DONE,
                row.percent(),
                contact == null ? null : contact.name(),
                person == null ? null : phone(person),
                stations(row));
    }

    private static @Nullable String phone(Person person) {
        return person.phone();
    }

    private static @Nullable PersonView contactOf(LineRow row) {
        return milestone(row, MilestoneKind.CONFIRMED).owner();
    }

    private static List<Station> stations(LineRow row) {
        var stations = new ArrayList<Station>();
        for (var kind : StationKind.values()) {
            var milestone = milestone(row, milestoneOf(kind));
            stations.add(new Station(kind, StationState.FUTURE, milestone.at()));
        }
        int current = currentStation(row);
        for (int i = 0; i < stations.size(); i++) {
            var state = i < current ? StationState.DONE : i == current ? StationState.CURRENT : StationState.FUTURE;
            stations.set(
                    i,
                    new Station(stations.get(i).kind(), state, stations.get(i).at()));
        }
        return stations;
    }

    /** The first station whose milestone lies at or behind the line's stage; past the last when all is delivered. */
    private static int currentStation(LineRow row) {
        if (row.state() == LineState.DONE) {
            return StationKind.values().length;
        }
        int index = 0;
        for (var kind : StationKind.values()) {
            if (milestoneOf(kind).compareTo(row.stage()) >= 0) {
                return index;
            }
            index++;
        }
        return index;
    }

    private static MilestoneKind milestoneOf(StationKind kind) {
        return switch (kind) {
            case CONFIRMED -> MilestoneKind.CONFIRMED;
            case DRAWING -> MilestoneKind.ENGINEERED;
            case MATERIAL -> MilestoneKind.MATERIAL;
            case PRODUCTION -> MilestoneKind.PRODUCTION;
            case INSPECTED -> MilestoneKind.INSPECTED;
            case SHIPPED -> MilestoneKind.SHIPPED;
            case DELIVERED -> MilestoneKind.ACCEPTED;
        };
    }

    private static MilestoneView milestone(LineRow row, MilestoneKind kind) {
        return row.milestones().get(kind.position());
    }
}
