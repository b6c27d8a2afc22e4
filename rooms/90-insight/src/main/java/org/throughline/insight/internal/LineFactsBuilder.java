package org.throughline.insight.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.factory.Item;
import org.throughline.insight.MilestoneKind;
import org.throughline.insight.Trouble;
import org.throughline.order.OrderLine;
import org.throughline.order.OrderStatus;

/** Collects what the rooms say of one line; each {@link LineSource} adds its part. */
final class LineFactsBuilder {

    private final OrderLine line;
    private final Item item;
    private final Map<MilestoneKind, LineFacts.Passed> passed = new EnumMap<>(MilestoneKind.class);
    private final Map<MilestoneKind, Instant> expected = new EnumMap<>(MilestoneKind.class);
    private final Map<MilestoneKind, UUID> owners = new EnumMap<>(MilestoneKind.class);
    private final Map<MilestoneKind, Integer> handovers = new EnumMap<>(MilestoneKind.class);
    private final List<Trouble> troubles = new ArrayList<>();
    private int percent;

    LineFactsBuilder(OrderLine line, Item item) {
        this.line = line;
        this.item = item;
    }

    OrderLine line() {
        return line;
    }

    Item item() {
        return item;
    }

    @Nullable
    Instant passedAt(MilestoneKind kind) {
        var at = passed.get(kind);
        return at == null ? null : at.at();
    }

    void passed(MilestoneKind kind, @Nullable Instant at, String evidence, UUID evidenceId) {
        if (at != null) {
            passed.put(kind, new LineFacts.Passed(at, evidence, evidenceId));
        }
    }

    void expected(MilestoneKind kind, @Nullable Instant at) {
        if (at != null) {
            expected.merge(kind, at, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    void percent(int done) {
        percent = Math.clamp(done, 0, 100);
    }

    void owner(MilestoneKind kind, @Nullable UUID user) {
        if (user != null) {
            owners.put(kind, user);
        }
    }

    /** How long it took until the next one knew. */
    void handover(MilestoneKind kind, @Nullable Instant from, @Nullable Instant until) {
        if (from != null && until != null && !until.isBefore(from)) {
            handovers.put(kind, (int) Duration.between(from, until).toMinutes());
        }
    }

    void trouble(Trouble trouble) {
        troubles.add(trouble);
    }

    /** Fills the owners that no record named. */
    void ownersUnlessNamed(Map<MilestoneKind, UUID> usual) {
        usual.forEach(owners::putIfAbsent);
    }

    /** The owner the rooms named for the station, else null. */
    @Nullable
    UUID ownerOf(MilestoneKind kind) {
        return owners.get(kind);
    }

    /** Everybody this line names. */
    Set<UUID> people() {
        var people = new HashSet<>(owners.values());
        troubles.stream().map(Trouble::owner).filter(java.util.Objects::nonNull).forEach(people::add);
        return people;
    }

    LineFacts build() {
        return new LineFacts(
                line.id(),
                line.orderStatus() == OrderStatus.INQUIRY || line.orderStatus() == OrderStatus.QUOTED,
                line.requestedDate(),
                line.latestPromise(),
                line.onHold(),
                line.status() == org.throughline.order.LineStatus.CANCELLED
                        || line.orderStatus() == OrderStatus.CANCELLED,
                Map.copyOf(passed),
                Map.copyOf(expected),
                percent,
                Map.copyOf(owners),
                Map.copyOf(handovers),
                troubles.stream().map(this::owned).toList());
    }

    /** Somebody always answers: where the record names nobody, whoever answers for the station. */
    private Trouble owned(Trouble trouble) {
        var usual = owners.get(trouble.station());
        return trouble.owner() != null || usual == null ? trouble : trouble.withOwner(usual);
    }
}
